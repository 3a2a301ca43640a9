import type { Change, Experiment, Run } from '../../engine/experiment/experiment.ts'
import { plain, setting } from '../drawing/format.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { flagWords } from './switches.ts'
import { sharedAt } from './tricks.ts'

export interface Flag {
  step: number
  words: string
}

/** What a change does, in a word or two. */
export function wordsOf(experiment: Experiment, change: Change): string {
  const { path, value, step } = change
  const own = flagWords(path, value, sharedAt(experiment, path, step - 1))
  if (own) return own
  if (path === 'optimizer') return `now ${optimizers[value as string].name}`
  const name = path.slice(path.indexOf('.') + 1)
  if (name === 'learningRate') return `η ${plain(setting(value as number))}`
  return typeof value === 'number' ? `${name} ${plain(setting(value))}` : name
}

/** The changes that a run goes through. */
export const flagsOf = (experiment: Experiment, { id }: Run): Flag[] =>
  experiment.changes
    .filter(({ run }) => run === undefined || run === id)
    .map((change) => ({ step: change.step, words: wordsOf(experiment, change) }))
