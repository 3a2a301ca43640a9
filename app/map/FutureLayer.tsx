import { surfaceOf } from '../../engine/experiment/kinds.ts'
import { useState } from 'react'
import { Layer } from '../drawing/Layer.tsx'
import { type ContourLabel, drawContourLabels, placeContourLabels } from './contourLabels.ts'
import type { Drawing } from './drawing.ts'
import { drawMarks } from './extrema.ts'
import { latest } from './latest.ts'
import { drawFuture } from './paths.ts'
import { groundKey } from './scene.ts'

/** A placement that knows the one before, so that numbers stay where they are while the race changes. */
const createContourLabels = () => {
  let before: ContourLabel[] = []
  return latest(
    (...args: Parameters<typeof placeContourLabels>) =>
      (before = placeContourLabels(args[0], args[1], args[2], args[3], before)),
  )
}

/** What does not move with the cursor: numbers on the ground, whole paths in pale ink, minima. */
export function FutureLayer({ drawing: { grounds, theme, sceneOf } }: { drawing: Drawing }) {
  const [contourLabels] = useState(createContourLabels)
  return (
    <Layer
      watch={(state) => [
        groundKey(state),
        state.computation,
        state.revision,
        state.hidden,
        state.veiled,
        surfaceOf(state.experiment).start,
      ]}
      draw={(context, state, size) => {
        const scene = sceneOf(state, size)
        const { lines } = grounds.pictureOf(scene, theme)
        const labels = contourLabels(lines, scene.view, scene.occupancy, scene.reserved)
        drawContourLabels(context, labels, theme)
        drawMarks(context, scene.marks, theme)
        if (!state.veiled) drawFuture(context, scene.racers)
      }}
    />
  )
}
