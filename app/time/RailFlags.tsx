import { useLayoutEffect, useRef } from 'react'
import type { Change, Experiment } from '../../engine/experiment/experiment.ts'
import { useFonts } from '../drawing/useFonts.ts'
import { useWatch } from '../drawing/useWatch.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { flagText } from './flags.ts'
import { toX } from './steps.ts'

interface Props {
  /** Px of the rail, where words stand under it. */
  width: number | undefined
  /** A change in a word or two, to stand under a rail whose width is known; else it is said when pointed at. */
  flagWords: ((experiment: Experiment, change: Change) => string) | undefined
  /** A flag is pointed at or has the focus, or none is any more. */
  onPoint?: ((step: number | undefined) => void) | undefined
}

/** Lines of words under the rail, at most, and px from one to the next. */
const LANES = 3
const LANE = 14
/** Px between words, and of half the label of the thumb. */
const GAP = 0
const LABEL = 34

/** What was changed on the way: a mark on the rail for each step, with its words; a press goes there. */
export default function RailFlags({ width, flagWords, onPoint }: Props) {
  const lab = useLab()
  useFonts()
  const box = useRef<HTMLDivElement>(null)
  const experiment = useLabState((state) => state.experiment)
  const { steps, changes } = experiment
  const flags = [...new Set(changes.map(({ step }) => step))].map((step) => ({
    step,
    of: changes.filter((change) => change.step === step),
  }))
  const placeOf = (em: HTMLElement) => toX({ from: 0, to: steps, width: width ?? 0 }, Number(em.dataset.step))
  /** The words of each flag, as they were placed: measuring them lays out the page. */
  const placed = useRef<{ em: HTMLElement; half: number; isFirst: boolean }[]>([])

  // Each on the first line where it stands clear of those before it.
  useLayoutEffect(() => {
    if (!width) return
    const words = [...(box.current?.querySelectorAll('em') ?? [])]
    const ends: number[] = []
    placed.current = words
      .map((em) => ({ em, half: em.offsetWidth / 2 }))
      .map(({ em, half }) => {
        const x = Math.max(half, Math.min(width - half, placeOf(em)))
        const free = [...ends, -Infinity].findIndex((end) => end + GAP <= x - half)
        const lane = free < 0 || free >= LANES ? -1 : free
        em.toggleAttribute('data-crowded', lane < 0)
        em.style.top = `${23 + LANE * Math.max(0, lane)}px`
        em.style.marginLeft = `${x - placeOf(em)}px`
        if (lane >= 0) ends[lane] = x + half
        return { em, half, isFirst: lane <= 0 }
      })
    if (box.current) box.current.dataset.lanes = String(ends.length)
  })
  // The label of the thumb comes before words of the first line.
  useWatch(
    ({ step }) => [step],
    ({ step }) => {
      if (!width) return
      const x = toX({ from: 0, to: steps, width }, step)
      for (const { em, half, isFirst } of placed.current)
        em.toggleAttribute('data-near', isFirst && Math.abs(placeOf(em) - x) < half + LABEL)
    },
  )
  return (
    <div ref={box} className="rail-flags">
      {flags.map(({ step, of }) => {
        const words = flagWords
          ? `${of.map((change) => flagWords(experiment, change)).join(', ')}, ${step}`
          : of.map((change) => flagText(experiment, change)).join('; ')
        return (
          <button
            key={step}
            type="button"
            className="rail-flag"
            style={{ left: `${toX({ from: 0, to: steps, width: 100 }, step)}%` }}
            onClick={() => lab.seek(step)}
            onPointerEnter={() => onPoint?.(step)}
            onPointerLeave={() => onPoint?.(undefined)}
            onFocus={() => onPoint?.(step)}
            onBlur={() => onPoint?.(undefined)}
          >
            {flagWords && width ? <em data-step={step}>{words}</em> : <span>{words}</span>}
          </button>
        )
      })}
    </div>
  )
}
