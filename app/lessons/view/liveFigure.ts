import type { Experiment } from '../../../engine/experiment/experiment.ts'
import { type Engine, startEngine } from '../../lab/engine.ts'
import { createLab, defaultFocus, type Lab, type View } from '../../lab/lab.ts'
import { readText } from '../../lab/open.ts'
import { createPlayer, type Player } from '../../lab/player.ts'
import { workers } from '../../lab/workers.ts'

/** A lab of its own for one figure, which may come to show other experiments of the same kind. */
export interface LiveFigure {
  lab: Lab
  player: Player
  engine: Engine
  /** Shows what the text of a link says, at its step. */
  show: (link: string) => Promise<void>
  /** Plays what the text of a link says, from its start. */
  play: (link: string) => Promise<void>
  /** Ends its engine. */
  dispose: () => void
}

/** How a figure is looked at where its link says nothing about it. */
const plain = (experiment: Experiment): Partial<View> => ({
  focus: defaultFocus(experiment),
  hidden: [],
  window: undefined,
  pinned: undefined,
  speed: 1,
})

/** A figure that shows what the text of a link says. */
export async function openFigure(link: string): Promise<LiveFigure> {
  const first = await readText(link)
  const lab = createLab(first.experiment, first.view)
  const player = createPlayer(lab)
  const engine = startEngine(lab, workers)
  /** Where it is to stand, until it has been computed so far. */
  let wanted: number | undefined
  lab.subscribe(({ experiment, computation }) => {
    if (wanted === undefined || computation?.experiment !== experiment || computation.step < wanted) return
    const step = wanted
    wanted = undefined
    lab.seek(step)
  })
  const complain = ({ issues }: typeof first) => {
    if (issues.length > 0) lab.say({ tone: 'notice', text: 'This figure could not be read.', issues })
  }
  wanted = first.at
  complain(first)

  async function set(link: string) {
    const read = await readText(link)
    player.pause()
    lab.say(undefined)
    complain(read)
    if (read.issues.length > 0) return read
    lab.edit(() => read.experiment)
    lab.setView({ ...plain(lab.getState().experiment), ...read.view })
    return read
  }
  return {
    lab,
    player,
    engine,
    async show(link) {
      const { at } = await set(link)
      wanted = at
      // What has been computed before may be seen again at once.
      lab.setState({})
    },
    async play(link) {
      wanted = undefined
      await set(link)
      lab.setState({ step: 0 })
      player.play()
    },
    dispose() {
      player.pause()
      engine.dispose()
    },
  }
}
