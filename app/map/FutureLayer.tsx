import { Layer } from '../drawing/Layer.tsx'
import type { Drawing } from './drawing.ts'
import { drawFuture } from './paths.ts'
import { groundKey } from './scene.ts'

/**
 * Whole paths in pale ink: they do not move with the cursor. In a drag, when all is to come, they are drawn with what
 * moves.
 */
export function FutureLayer({ drawing: { sceneOf } }: { drawing: Drawing }) {
  return (
    <Layer
      isIdle={({ drafting, veiled }) => drafting || veiled}
      watch={(state) => [groundKey(state), state.computation, state.revision, state.hidden]}
      draw={(context, state, size) => drawFuture(context, sceneOf(state, size).racers)}
    />
  )
}
