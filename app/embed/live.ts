import type { Experiment } from '../../engine/experiment/experiment.ts'
import { writeQuery } from '../../engine/experiment/query.ts'
import { createLab, type View } from '../lab/lab.ts'
import { createPlayer } from '../lab/player.ts'
import { writeLink } from '../share/link.ts'
import { lazyEngine } from './lazyEngine.ts'
import type { Wanted } from './messages.ts'
import type { Parameters } from './parameters.ts'

const reducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** The experiment of an embedded figure, which computes and plays only while it is seen and may. */
export type Live = ReturnType<typeof openLive>

export function openLive({ experiment, view, at, settings, unknown }: Parameters) {
  const lab = createLab(experiment, view)
  const player = createPlayer(lab)
  const engine = lazyEngine(lab)
  let isSeen = false
  let isActive = true
  /** Whether it goes on playing when it is seen again. */
  let goesOn = settings.run === 'visible' && !reducedMotion()
  let forget = () => {}
  let isStanding = true
  let told: Wanted = 'nothing'
  let tellWanted = (_: Wanted) => {}

  function wanted(): Wanted {
    const { playing, computation, experiment, message } = lab.getState()
    if (playing) return 'play'
    const isDone = computation?.experiment === experiment && computation.step >= experiment.steps
    const isStuck = message?.tone === 'error' || message?.retry !== undefined
    return isSeen && (goesOn || (!isDone && !isStuck)) ? 'compute' : 'nothing'
  }
  function look() {
    const now = wanted()
    if (now !== told) tellWanted((told = now))
  }
  lab.subscribe(look)

  /** Stands at a step as soon as that has been computed. */
  function stand(step: number) {
    forget()
    isStanding = false
    const go = () => {
      if ((lab.getState().computation?.step ?? -1) < step) return
      forget()
      lab.seek(step)
      isStanding = true
    }
    forget = lab.subscribe(go)
    go()
  }

  function heed() {
    const runs = isSeen && isActive
    engine.rest(!runs)
    if (!runs) {
      goesOn ||= lab.getState().playing
      player.pause()
    } else if (goesOn && settings.run !== 'off') {
      goesOn = false
      player.play()
    }
    look()
  }
  if (at !== undefined && !goesOn) stand(at)

  return {
    lab,
    player,
    engine,
    /** All that it takes to have this figure again: its experiment as on screen, and names that mean nothing here. */
    state: () =>
      [writeLink(lab.getState()), writeQuery(unknown.map(({ key, value }) => [key, value]))]
        .filter((text) => text !== '')
        .join('&'),
    /** Whether it stands where it was last put by its page; until then it is on its way. */
    isStanding: () => isStanding,
    see(seen: boolean) {
      isSeen = seen
      heed()
    },
    activate(active: boolean) {
      isActive = active
      heed()
    },
    /** Calls back with what it would do, at once and whenever that is something else. */
    onWanted(listener: (wanted: Wanted) => void) {
      tellWanted = listener
      listener(told)
    },
    play() {
      if (isSeen && isActive) player.play()
      else goesOn = true
    },
    pause() {
      goesOn = false
      player.pause()
    },
    /** Shows another experiment of the same kind. */
    show(next: Experiment, how: Partial<View>, step: number | undefined) {
      player.pause()
      lab.edit(() => next)
      lab.setView(how)
      if (step !== undefined) stand(step)
    },
    /** What it was made with, at its first step. */
    reset() {
      player.pause()
      lab.edit(() => experiment)
      lab.setView(view)
      stand(at ?? 0)
    },
    dispose() {
      forget()
      player.dispose()
      engine.dispose()
    },
  }
}
