import type { Look } from '../../engine/worker/client.ts'
import { type Engine, startEngine } from '../lab/engine.ts'
import type { createLab } from '../lab/lab.ts'
import { workers } from './worker.ts'

/** An engine that has no worker before it is woken for the first time, and computes only while it is awake. */
export interface LazyEngine extends Pick<Engine, 'probe' | 'onInsides' | 'rest' | 'dispose'> {}

export function lazyEngine(lab: ReturnType<typeof createLab>): LazyEngine {
  let engine: Engine | undefined
  const listeners = new Set<(look: Look) => void>()
  return {
    rest(isResting) {
      if (!isResting && !engine) {
        engine = startEngine(lab, workers)
        engine.onInsides((look) => listeners.forEach((listener) => listener(look)))
      }
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
