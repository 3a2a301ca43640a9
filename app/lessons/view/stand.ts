import type { Experiment } from '../../../engine/experiment/experiment.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { writeLink } from '../../share/link.ts'
import type { Lesson, Prediction } from '../lesson.ts'
import { linkOf, nameOf, questionsAbout } from '../markup.ts'
import { type LiveFigure, openFigure } from './liveFigure.ts'
import { opening, type Place, writePlace } from './place.ts'

interface Shown {
  lesson: Lesson
  /** What was asked for last: a figure's name, with what is other than in its link. */
  figure: string
}

/** A figure as it stands there, and the experiment that was asked for. */
export interface Standing extends LiveFigure {
  lesson: Lesson
  name: string
  origin: Experiment
}

interface StandState {
  shown: Shown | undefined
  /** The figure on the stand; it stays until the next one is ready. */
  live: Standing | undefined
  /** What was predicted, by the index of the option, once the figure has answered. */
  answers: ReadonlyMap<Prediction, number>
}

/** Where the one live figure of the page stands. */
export interface Stand extends StoreApi<StandState> {
  /** Shows the figure of a place, or as it was left when the reader was there before. */
  enter: (place: Place) => Promise<void>
  /** Sets the figure of the lesson that is shown. */
  set: (figure: string) => Promise<void>
  /** Plays a figure of the lesson that is shown from its start; gives what plays. */
  play: (figure: string) => Promise<LiveFigure | undefined>
  /** Notes a prediction that the figure has answered; what comes after its cursor may be seen from now on. */
  answer: (prediction: Prediction, option: number) => void
  clear: () => void
}

export function createStand(): Stand {
  const store = createStore<StandState>(() => ({
    shown: undefined,
    live: undefined,
    answers: new Map(),
  }))
  const { getState, setState } = store
  /** By lesson: what stood there, as it was left. */
  const left = new Map<string, { figure: string; link: string }>()
  let turn = 0

  /** Whether its future would answer a question that is still open. */
  const isVeiled = ({ lesson, figure }: Shown) =>
    questionsAbout(lesson, figure).some((question) => !getState().answers.has(question))

  /** Brings a figure onto the stand, unless another was asked for meanwhile. */
  async function bring({ lesson, figure }: Shown, link: string): Promise<LiveFigure | undefined> {
    const mine = ++turn
    setState({ shown: { lesson, figure } })
    const { live } = getState()
    const name = nameOf(figure)
    if (live && live.lesson === lesson && live.name === name) {
      live.lab.setState({ veiled: isVeiled({ lesson, figure }) })
      await live.show(link)
      setState({ live: { ...live, origin: live.lab.getState().experiment } })
      return live
    }
    live?.player.pause()
    const next = await openFigure(link)
    if (mine !== turn) {
      next.dispose()
      return undefined
    }
    getState().live?.dispose()
    next.lab.setState({ veiled: isVeiled({ lesson, figure }) })
    setState({ live: { ...next, lesson, name, origin: next.lab.getState().experiment } })
    return next
  }

  /** Notes what stands there now. */
  function leave() {
    const { shown, live } = getState()
    if (!shown || live?.lesson !== shown.lesson) return
    left.set(shown.lesson.id, { figure: shown.figure, link: writeLink(live.lab.getState()) })
  }

  /** The same address for the same figure, without adding to the history. */
  const note = (lesson: Lesson, figure: string) =>
    history.replaceState(history.state, '', writePlace(lesson, figure))

  async function set(figure: string) {
    const { shown } = getState()
    if (!shown) return undefined
    const { lesson } = shown
    note(lesson, figure)
    return bring({ lesson, figure }, linkOf(lesson.figures, figure))
  }

  return {
    ...store,
    async enter({ lesson, figure }) {
      leave()
      const asked = figure === undefined ? undefined : { figure, link: linkOf(lesson.figures, figure) }
      const next = asked ?? left.get(lesson.id) ?? opening(lesson)
      note(lesson, next.figure)
      await bring({ lesson, figure: next.figure }, next.link)
    },
    async set(figure) {
      await set(figure)
    },
    async play(figure) {
      const live = await set(figure)
      const { shown } = getState()
      if (live && shown) await live.play(linkOf(shown.lesson.figures, figure))
      return live
    },
    answer(prediction, option) {
      setState(({ answers }) => ({ answers: new Map(answers).set(prediction, option) }))
      const { shown, live } = getState()
      if (shown && live) live.lab.setState({ veiled: isVeiled(shown) })
    },
    clear() {
      turn++
      getState().live?.dispose()
      setState({ live: undefined, shown: undefined })
    },
  }
}
