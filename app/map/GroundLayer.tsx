import { surfaceOf } from '../../engine/experiment/kinds.ts'
import { useState } from 'react'
import { Layer } from '../drawing/Layer.tsx'
import { type ContourLabel, drawContourLabels, placeContourLabels } from './contourLabels.ts'
import type { Drawing } from './drawing.ts'
import { drawMarks } from './extrema.ts'
import { latest } from './latest.ts'
import { groundKey } from './scene.ts'

/** A placement that knows the one before, so that numbers stay where they are while the race changes. */
const createContourLabels = () => {
  let before: ContourLabel[] = []
  return latest(
    (...args: Parameters<typeof placeContourLabels>) =>
      (before = placeContourLabels(args[0], args[1], args[2], args[3], before)),
  )
}

/**
 * The ground with its numbers and minima. It stands still in a drag: the numbers make way for the paths when these
 * have come to rest.
 */
export function GroundLayer({ drawing: { grounds, theme, sceneOf } }: { drawing: Drawing }) {
  const [contourLabels] = useState(createContourLabels)
  return (
    <Layer
      watch={(state) => {
        const { drafting, computation, revision, hidden, experiment } = state
        const ground = groundKey(state)
        return drafting ? [ground] : [ground, computation, revision, hidden, surfaceOf(experiment).start]
      }}
      draw={(context, state, size) => {
        const scene = sceneOf(state, size)
        const { canvas, lines } = grounds.pictureOf(scene, theme)
        context.drawImage(canvas, 0, 0, size.width, size.height)
        const labels = contourLabels(lines, scene.view, scene.occupancy, scene.reserved)
        drawContourLabels(context, labels, theme)
        drawMarks(context, scene.marks, theme)
      }}
    />
  )
}
