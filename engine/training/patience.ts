import type { Network } from '../network/index.ts'
import type { Vectors } from './trainee.ts'

/** Early stopping on held-out data. */
export interface Patience {
  /** The step with the least validation loss since it watches; −1 before the first. */
  readonly best: number
  /** Takes note of the validation loss after `step` updates; true when `allowed` of them in a row were no better. */
  isOver: (network: Network, step: number, loss: number, allowed: number) => boolean
  /** Sets the network to what it was at the best step. */
  restore: (network: Network) => void
  /** Begins anew: patience was switched off, or the network has other parameters now. */
  forget: () => void
  memory: () => Vectors
}

/** Remembers the weights of the best step, and the running averages that belong to them. */
export function createPatience(from: Vectors = {}): Patience {
  /** Least validation loss, evaluations since, its step. */
  const record = Float64Array.from(from.patience ?? [Infinity, 0, -1])
  let w: Float64Array | undefined = from.bestW?.slice()
  let running: Float64Array | undefined = from.bestRunning?.slice()
  return {
    get best() {
      return record[2]
    },
    isOver(network, step, loss, allowed) {
      if (loss < record[0]) {
        record.set([loss, 0, step])
        w = network.w.slice()
        running = network.running.slice()
        return false
      }
      record[1]++
      return record[1] >= allowed && w !== undefined
    },
    restore(network) {
      if (w) network.w.set(w)
      if (running) network.running.set(running)
    },
    forget() {
      record.set([Infinity, 0, -1])
      w = running = undefined
    },
    memory: () => ({
      patience: record.slice(),
      ...(w && { bestW: w.slice() }),
      ...(running && { bestRunning: running.slice() }),
    }),
  }
}
