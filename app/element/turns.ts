import type { Wanted } from '../embed/messages.ts'

/** Something that computes and plays by itself, and can be told to rest. */
export interface Runner {
  rest: (isResting: boolean) => void
}

/**
 * Lets at most so many run at a time. Who comes rests until it has a turn. Who only wants to compute waits for one; who
 * plays, or is worked with, takes that of who has run longest.
 */
export function createTurns(most: () => number) {
  const resting = new Set<Runner>()
  const running = new Set<Runner>()
  const waiting = new Set<Runner>()

  function begin(runner: Runner) {
    waiting.delete(runner)
    running.add(runner)
    if (resting.delete(runner)) runner.rest(false)
    for (const oldest of running) {
      if (running.size <= most()) break
      running.delete(oldest)
      waiting.add(oldest)
      resting.add(oldest)
      oldest.rest(true)
    }
  }
  function end(runner: Runner) {
    waiting.delete(runner)
    const [next] = waiting
    if (running.delete(runner) && next) begin(next)
  }
  return {
    /** Who comes is taken to rest already. */
    join: (runner: Runner) => void resting.add(runner),
    want(runner: Runner, wanted: Wanted) {
      if (wanted === 'nothing') end(runner)
      else if (wanted === 'compute' && resting.has(runner) && running.size >= most()) waiting.add(runner)
      else if (!running.has(runner)) begin(runner)
    },
    leave(runner: Runner) {
      end(runner)
      resting.delete(runner)
    },
    isRunning: (runner: Runner) => running.has(runner),
  }
}
