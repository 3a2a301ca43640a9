import { Layer } from '../drawing/Layer.tsx'
import type { Drawing } from './drawing.ts'
import { groundKey } from './scene.ts'

/** The ground alone: one picture, drawn anew only for another surface, size or shade. */
export function GroundLayer({ drawing: { grounds, theme, sceneOf } }: { drawing: Drawing }) {
  return (
    <Layer
      watch={(state) => [groundKey(state)]}
      draw={(context, state, size) => {
        const { canvas } = grounds.pictureOf(sceneOf(state, size), theme)
        context.drawImage(canvas, 0, 0, size.width, size.height)
      }}
    />
  )
}
