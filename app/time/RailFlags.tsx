import { useRef } from 'react'
import type { Change, Experiment } from '../../engine/experiment/experiment.ts'
import { textWidth } from '../drawing/textWidth.ts'
import { useFonts } from '../drawing/useFonts.ts'
import { useTheme } from '../drawing/useTheme.ts'
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
/** Px of the size of words, and left and right of them, as in time.css. */
const SIZE = 11.5
const PADDING = 9
/** Px of half the label of the thumb. */
const LABEL = 34

/** A flag's words under the rail: at which flag, half as wide as they are, moved so far to stay over the rail. */
interface Placed {
  at: number
  half: number
  shift: number
  /** The first line that is free there, if one is. */
  lane: number | undefined
}

/** Puts words of these widths under flags at `at`, each on the first line where it stands clear of those before it. */
function placeWords(all: readonly { at: number; half: number }[], width: number): Placed[] {
  const ends: number[] = []
  return all.map(({ at, half }) => {
    const x = Math.max(half, Math.min(width - half, at))
    const free = [...ends, -Infinity].findIndex((end) => end <= x - half)
    const lane = free < LANES ? free : undefined
    if (lane !== undefined) ends[lane] = x + half
    return { at, half, shift: x - at, lane }
  })
}

/** What was changed on the way: a mark on the rail for each step, with its words; a press goes there. */
export default function RailFlags({ width = 0, flagWords, onPoint }: Props) {
  const lab = useLab()
  const { sans } = useTheme()
  useFonts()
  const box = useRef<HTMLDivElement>(null)
  const experiment = useLabState((state) => state.experiment)
  const { steps, changes } = experiment
  const isBelow = flagWords !== undefined && width > 0
  const flags = [...new Set(changes.map(({ step }) => step))].map((step) => {
    const of = changes.filter((change) => change.step === step)
    const words = flagWords
      ? `${of.map((change) => flagWords(experiment, change)).join(', ')}, ${step}`
      : of.map((change) => flagText(experiment, change)).join('; ')
    return { step, words }
  })
  // By the canvas: measuring what has just been put there would lay out the page before the frame does.
  const placed = isBelow
    ? placeWords(
        flags.map(({ step, words }) => ({
          at: toX({ from: 0, to: steps, width }, step),
          half: textWidth(words, `${SIZE}px ${sans}`) / 2 + PADDING,
        })),
        width,
      )
    : []
  const lanes = new Set(placed.flatMap(({ lane }) => lane ?? [])).size

  // The label of the thumb comes before words of the first line.
  useWatch(
    ({ step }) => [step],
    ({ step }) => {
      const x = toX({ from: 0, to: steps, width }, step)
      for (const [n, { at, half, lane = 0 }] of placed.entries())
        box.current?.children[n]?.firstElementChild?.toggleAttribute(
          'data-near',
          lane === 0 && Math.abs(at - x) < half + LABEL,
        )
    },
  )
  return (
    <div ref={box} className="rail-flags" data-lanes={isBelow ? lanes : undefined}>
      {flags.map(({ step, words }, n) => (
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
          {isBelow ? <Words of={placed[n]}>{words}</Words> : <span>{words}</span>}
        </button>
      ))}
    </div>
  )
}

/** Words that would stand on others are there when their flag is pointed at. */
function Words({ of: { lane, shift }, children }: { of: Placed; children: string }) {
  return (
    <em
      data-crowded={lane === undefined ? '' : undefined}
      style={{ top: 23 + LANE * (lane ?? 0), marginLeft: shift }}
    >
      {children}
    </em>
  )
}
