import { opening } from '../../engine/experiment/opening.ts'
import type { Linked } from '../share/link.ts'
import { createLab, type Lab } from './lab.ts'
import { createPlayer, type Player } from './player.ts'

const reducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches

/** The first look, once there is something to see: where the link says, or the race from its start. */
function begin(lab: Lab, player: Player, at: number | undefined): void {
  const stop = lab.subscribe(({ computation, experiment }) => {
    if (!computation) return
    if (at === undefined && !reducedMotion()) {
      stop()
      player.play()
    } else {
      const step = at ?? Math.round(experiment.steps / 2)
      if (computation.step < step) return
      stop()
      lab.seek(step)
    }
  })
}

/** A text that could not be read changes nothing, and stays at hand to be mended. */
function refuse(lab: Lab, text: string, issues: Linked['issues']): void {
  lab.say({
    tone: 'notice',
    text: 'This link could not be read. Mend its text and try again, or carry on with what you see.',
    issues,
    kept: text,
  })
}

/** Whether a link is about a network: only then is what knows networks loaded. */
const isNetwork = (text: string) => /[#?&](data|net)=/.test(text)

/** Reads the text of a link, or of none. Most visits bring none, and can do without what reads it. */
export async function readText(text: string): Promise<Linked> {
  if (text === '' || text === '#') return { experiment: opening(), view: {}, at: undefined, issues: [] }
  const { readLink } = await import('../share/link.ts')
  if (isNetwork(text)) await import('../../engine/experiment/networks.ts')
  return readLink(text)
}

/** A lab that shows what the text of a link says, or the opening. */
export async function openLab(text: string) {
  const { experiment, view, at, issues } = await readText(text)
  const lab = createLab(experiment, view)
  const player = createPlayer(lab)
  if (issues.length > 0) refuse(lab, text, issues)
  begin(lab, player, at)
  return { lab, player }
}

/** Shows what another link says, as an edit that can be undone. */
export async function followLink(lab: Lab, player: Player, text: string): Promise<void> {
  const { experiment, view, at, issues } = await readText(text)
  if (issues.length > 0) {
    refuse(lab, text, issues)
    return
  }
  // Another kind of problem is another page.
  if (experiment.problem.kind !== lab.getState().experiment.problem.kind) {
    location.reload()
    return
  }
  lab.say(undefined)
  lab.edit(() => experiment)
  lab.setView(view)
  begin(lab, player, at)
}
