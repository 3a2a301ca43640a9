import type { Lab } from './lab.ts'

/** Steps a second at speed 1. */
const PACE = { surface: 12, network: 40 }
/** With reduced motion, play is a slow series of single steps. */
const REDUCED_PACE = 4
export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 2, 5, 10, 25]

export interface Player {
  play: () => void
  pause: () => void
  toggle: () => void
  faster: () => void
  slower: () => void
  /** Stops its clock for good. */
  dispose: () => void
}

const reducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** The only clock: moves the cursor over what has been computed. */
export function createPlayer(lab: Lab): Player {
  let last = 0
  /** Fraction of a step that has passed. */
  let part = 0
  let frame = 0

  function tick(now: number) {
    const { playing, step, speed, computation, experiment } = lab.getState()
    if (!playing) return
    const usual = PACE[experiment.problem.kind] * speed
    const pace = reducedMotion() ? Math.min(REDUCED_PACE, usual) : usual
    // After a while in a hidden tab, go on from where it was rather than leap; a frame may have begun before the press.
    part += (Math.max(0, Math.min(250, now - last)) / 1000) * pace
    last = now
    const whole = Math.floor(part)
    part -= whole
    const next = Math.min(step + whole, computation?.step ?? 0)
    if (next !== step) lab.setState({ step: next })
    if (next >= experiment.steps) lab.setState({ playing: false })
    else frame = requestAnimationFrame(tick)
  }

  function play() {
    const { playing, step, experiment } = lab.getState()
    if (playing) return
    lab.setState({ playing: true, step: step >= experiment.steps ? 0 : step })
    last = performance.now()
    part = 0
    frame = requestAnimationFrame(tick)
  }
  const pause = () => lab.setState({ playing: false })
  const change = (by: number) => {
    const { speed } = lab.getState()
    const at = SPEEDS.findIndex((one) => one >= speed)
    lab.setView({ speed: SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, at + by))] })
  }
  return {
    play,
    pause,
    toggle: () => (lab.getState().playing ? pause() : play()),
    faster: () => change(1),
    slower: () => change(-1),
    dispose() {
      pause()
      cancelAnimationFrame(frame)
    },
  }
}
