import type { Experiment } from '../../engine/experiment/experiment.ts'
import { writeQuery } from '../../engine/experiment/query.ts'
import { experimentToText } from '../../engine/experiment/text.ts'
import { titleOf } from '../embed/title.ts'
import type { Lab } from '../lab/lab.ts'
import { readText } from '../lab/open.ts'
import { writeLink } from '../share/link.ts'
import { packLink } from '../share/pack.ts'

/** What is to be embedded. */
export interface Source {
  experiment: Experiment
  /** The text of the link that opens it in the lab. */
  link: string
  /** The same, or the name of the scene that it still is. */
  short: string
  title: string
  /** What its scene shows. */
  panels: readonly string[] | undefined
}

/** What a lab shows at this moment; nothing where it is too much for an address. */
export async function sourceOf(lab: Lab, name: string | undefined): Promise<Source | undefined> {
  const { step, experiment } = lab.getState()
  const link = await packLink(writeLink({ ...lab.getState(), playing: false }))
  if (link === undefined) return undefined
  const scenes = name === undefined ? {} : (await import('virtual:scenes')).default
  const scene = name === undefined ? undefined : scenes[name]
  if (name === undefined || !scene)
    return { experiment, link, short: link, title: titleOf(experiment), panels: undefined }
  const { title, panels } = scene
  const own = await readText(scene.link)
  const isChanged = experimentToText(own.experiment) !== experimentToText(experiment)
  if (isChanged) return { experiment, link, short: link, title: titleOf(experiment), panels: undefined }
  const at = step === scene.at ? [] : [['at', String(step)] as const]
  return { experiment, link, short: writeQuery([['v', '1'], ['scene', name], ...at]), title, panels }
}
