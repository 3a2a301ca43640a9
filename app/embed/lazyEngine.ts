import type { Experiment } from '../../engine/experiment/experiment.ts'
import type { Look } from '../../engine/worker/client.ts'
import { computeAtOnce } from '../lab/atOnce.ts'
import { type Engine, startEngine, tell } from '../lab/engine.ts'
import type { createLab } from '../lab/lab.ts'
import { workers } from './worker.ts'

export interface LazyEngine extends Pick<Engine, 'probe' | 'onInsides' | 'rest' | 'dispose'> {}

/**
 * An engine that has no worker before it needs one: what can be computed at once is there when the figure is loaded,
 * and the rest once the figure is awake.
 */
export function lazyEngine(lab: ReturnType<typeof createLab>): LazyEngine {
  let engine: Engine | undefined
  let isAwake = false
  const listeners = new Set<(look: Look) => void>()

  function compute(experiment: Experiment) {
    const computation = computeAtOnce(experiment)
    if (computation) tell(lab, computation)
    else if (isAwake) begin()
  }
  /** From now on what the lab wants is asked of the engine. */
  function begin() {
    if (engine) return
    engine = startEngine(lab, workers)
    engine.onInsides((look) => listeners.forEach((listener) => listener(look)))
  }
  lab.attach({ compute })
  return {
    rest(isResting) {
      isAwake = !isResting
      const { computation, experiment } = lab.getState()
      if (isAwake && computation?.experiment !== experiment) begin()
      engine?.rest(isResting)
    },
    probe: (probe) => engine?.probe(probe),
    onInsides(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispose: () => engine?.dispose(),
  }
}
