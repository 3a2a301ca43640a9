import { Layer } from '../drawing/Layer.tsx'
import { drawCompass } from './compass.ts'
import type { Drawing } from './drawing.ts'
import { drawMarkLabels } from './extrema.ts'
import { drawHeads, headsAt } from './heads.ts'
import type { Names } from './names.ts'
import { drawFuture, drawHovered, drawPast, inOrder } from './paths.ts'
import { drawOwnStart, drawRing, drawStartLabel } from './startMark.ts'

interface Props {
  drawing: Drawing
  names: Names
  /** The run under the pointer. */
  hovered: string | undefined
}

const LINE = 16

/** What moves with the cursor: paths so far, the step compass, the start, the runs and their names. */
export function PastLayer({ drawing: { theme, sceneOf }, names, hovered }: Props) {
  return (
    <Layer
      watch={({ step, computation, revision, hidden, focus, drafting, experiment }) => [
        step,
        computation,
        revision,
        hidden,
        focus,
        drafting,
        experiment.problem,
      ]}
      draw={(context, state, size) => {
        const { step, focus, drafting, veiled } = state
        const { racers, marks, compass, start, occupancy, reserved } = sceneOf(state, size)
        const under = racers.find(({ id }) => id === hovered)
        // While the start is dragged all is to come.
        if (drafting && !veiled) drawFuture(context, racers)
        if (under && !veiled) drawHovered(context, under)
        if (!drafting) drawPast(context, racers, { step, focus, theme })
        for (const { run, path, colour } of racers)
          if (run.problem.start) drawOwnStart(context, path.xs[0], path.ys[0], colour, theme.colours.halo)
        if (compass) drawCompass(context, compass, inOrder(racers, focus), step, theme)

        const heads = headsAt(inOrder(racers, focus), step, { ...size, theme })
        const placements = names.place(heads.toReversed(), { ...size, line: LINE, occupancy, reserved })
        drawMarkLabels(context, marks, theme)
        drawStartLabel(context, start, theme)
        if (step > 0) drawRing(context, start, theme)
        drawHeads(context, heads, placements, { focus, theme })
        // Before the first step all stand on the start: its ring is the one mark.
        if (step === 0) drawRing(context, start, theme)
      }}
    />
  )
}
