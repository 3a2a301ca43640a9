import { type Engine, startEngine } from '../../lab/engine.ts'
import { defaultFocus, type Lab } from '../../lab/lab.ts'
import { followLink, openLab, readText } from '../../lab/open.ts'
import type { Player } from '../../lab/player.ts'
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

/** A figure that shows what the text of a link says. */
export async function openFigure(link: string): Promise<LiveFigure> {
  const { lab, player } = await openLab(link)
  const engine = startEngine(lab, workers)
  const plain = () => ({
    focus: defaultFocus(lab.getState().experiment),
    hidden: [],
    window: undefined,
    pinned: undefined,
    speed: 1,
  })
  return {
    lab,
    player,
    engine,
    async show(next) {
      player.pause()
      lab.setView(plain())
      await followLink(lab, player, next)
    },
    async play(next) {
      const { experiment, view } = await readText(next)
      lab.edit(() => experiment)
      lab.setView({ ...plain(), ...view })
      lab.setState({ step: 0 })
      player.play()
    },
    dispose() {
      player.pause()
      engine.dispose()
    },
  }
}
