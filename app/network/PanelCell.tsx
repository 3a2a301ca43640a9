import { memo, type RefObject, useRef } from 'react'
import { Layer, type Size } from '../drawing/Layer.tsx'
import { useLabState } from '../lab/context.tsx'
import type { LabState } from '../lab/lab.ts'
import { runName } from '../../engine/experiment/runName.ts'
import { useFonts } from '../drawing/useFonts.ts'
import { useWatch } from '../drawing/useWatch.ts'
import { useStage } from './context.tsx'
import { pointedText } from './pointedNumbers.ts'
import type { Cell, Context, Row } from './row.ts'
import type { Scene } from './scene.ts'
import { usePointing } from './usePointing.ts'

interface WordsProps extends Pick<Props, 'run' | 'scene'> {
  host: RefObject<HTMLElement | null>
}

/** Says what the keys have gone to. */
function PointedWords({ run, scene, host }: WordsProps) {
  const { pointed } = useStage()
  const element = useRef<HTMLParagraphElement>(null)
  useWatch(
    () => [pointed.get()],
    (state) => {
      const now = scene(state)
      const view = now.views.find(({ index }) => index === run)
      const here = document.activeElement === host.current ? pointed.get() : undefined
      if (element.current) element.current.textContent = here && view ? pointedText(view, now, here) : ''
    },
  )
  return <p ref={element} className="unseen" role="status" />
}

interface Props {
  row: Row
  run: number
  isSeen: boolean
  scene: (state: LabState) => Scene
  share: (scene: Scene) => unknown
}

/** Px above and below a cell that belong to its layers too: names and marks may stand out of it. */
export const BLEED = 16

/**
 * One run's panel: a layer for what moves with the cursor, and one for what does not. An edit does not render it, which
 * would draw it anew: what has changed is told by what its layers watch.
 */
export const PanelCell = memo(function PanelCell({ row, run, isSeen, scene, share }: Props) {
  useFonts()
  const { insides, pointed, example, isNarrow } = useStage()
  const host = useRef<HTMLDivElement>(null)
  const isOver = useLabState(
    ({ computation, step }) => step >= (computation?.traces[run]?.stopped ?? Infinity),
  )
  const onKeyDown = usePointing(host, row, run, scene)
  const name = useLabState(({ experiment }) => experiment.runs[run] && runName(experiment.runs[run]))

  const look = (state: LabState) => {
    const now = scene(state)
    return { now, view: now.views.find(({ index }) => index === run) }
  }
  const watchWith = (watch: Row['watch']) => (state: LabState) => {
    const { now, view } = look(state)
    return (view && watch?.(view, now, share(now))) ?? []
  }
  const drawWith = (draw: Row['draw']) => (context: Context, state: LabState, size: Size) => {
    const { now, view } = look(state)
    if (!view) return
    const { width, height } = size
    const cell: Cell = {
      width,
      height: height - 2 * BLEED,
      isNarrow,
      pointed: pointed.get(),
      example: example.get(),
    }
    context.translate(0, BLEED)
    draw(context, view, now, share(now), cell)
  }
  const moving = (
    <Layer
      key="moving"
      className="bleeding"
      watch={(state) => [
        state.computation,
        state.hidden,
        state.show,
        insides.version(row.parts),
        pointed.get(),
        example.get(),
        ...watchWith(row.watch)(state),
      ]}
      draw={drawWith(row.draw)}
    />
  )
  const still = row.still && (
    <Layer
      key="still"
      className="bleeding"
      watch={watchWith(row.still.watch)}
      draw={drawWith(row.still.draw)}
    />
  )
  return (
    <div
      ref={host}
      className="panel-layers"
      data-over={isOver && row.parts.length > 0 ? '' : undefined}
      {...(row.hit && {
        tabIndex: 0,
        role: 'application',
        'aria-label': `${row.title} of ${name}: arrow keys go from one to the next, Enter opens it`,
        onKeyDown,
        onBlur: () => pointed.set(undefined),
      })}
    >
      {isSeen && (row.still?.over ? [moving, still] : [still, moving])}
      {row.hit && <PointedWords run={run} scene={scene} host={host} />}
    </div>
  )
})
