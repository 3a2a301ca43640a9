import { applyChange } from '../../engine/experiment/applyChange.ts'
import type { Change, Experiment, Run } from '../../engine/experiment/experiment.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { plain, setting } from '../drawing/format.ts'
import { runName } from '../../engine/experiment/runName.ts'
import { fieldOf } from '../surface/runEdits.ts'
import { shapeOf } from './scenery.ts'
import { flagWords } from './flagWords.ts'
import { switchOf } from './switches.ts'
import { sharedAt } from './tricks.ts'
import { weightAt, weightName } from './weights.ts'

export interface Flag {
  step: number
  words: string
}

const runOf = ({ runs }: Experiment, { run: id }: Change): Run | undefined =>
  runs.find((run) => run.id === id)

/** What was there before a change: of its run, or of what all share. */
function beforeOf(experiment: Experiment, change: Change): unknown {
  const earlier = experiment.changes.slice(0, experiment.changes.indexOf(change))
  const own = runOf(experiment, change)
  if (own) return fieldOf(experiment, earlier.reduce(applyChange, own), change.path)
  return sharedAt({ ...experiment, changes: earlier }, change.path, change.step)
}

const nameOf = (path: string) => path.slice(path.indexOf('.') + 1)

/** `w 3,5 of layer 2 is 0.5`, `b 1 of layer 3 frozen`. */
function singleWords(experiment: Experiment, path: string, value: unknown): string | undefined {
  const [, field, index] = /^(weights|frozen)\.(\d+)$/.exec(path) ?? []
  if (!field) return undefined
  const problem = networkOf(experiment)
  const weight = weightAt(problem, shapeOf(problem), Number(index))
  const name = weight ? weightName(weight) : `weight ${index}`
  if (field === 'frozen') return `${name} ${value ? 'frozen' : 'let go'}`
  return `${name} is ${plain(setting(value as number))}`
}

/** What a change does, in a word or two. */
export function wordsOf(experiment: Experiment, change: Change): string {
  const { path, value } = change
  const single = singleWords(experiment, path, value)
  if (single) return single
  const own = flagWords(path, value, beforeOf(experiment, change))
  if (own) return own
  if (path === 'optimizer') return `now ${optimizers[value as string].name}`
  if (path === 'hyperparameters.learningRate') return `η ${plain(setting(value as number))}`
  return typeof value === 'number' ? `${nameOf(path)} ${plain(setting(value))}` : nameOf(path)
}

/** "BatchNorm on", "Adam η 0.01". */
export function flagLabel(experiment: Experiment, change: Change): string {
  const run = runOf(experiment, change)
  return `${run ? `${runName(run)} ` : ''}${wordsOf(experiment, change)}`
}

/** What an optimizer has to learn anew, by the letters of what it keeps of each parameter whatever its form. */
function forgotten(id: string): string {
  const { name, slots } = optimizers[id]
  const kept = Object.values(slots).filter(({ size }) => size !== 'run')
  const letters = kept
    .filter(({ label, initial }) => !label.includes('(') && initial === undefined)
    .map(({ symbol }) => symbol.replace('^2', '²').replaceAll('\\', ''))
  if (kept.length === 0) return `${name} keeps nothing from one step to the next`
  if (letters.length === 0) return `${name} remembers nothing of the steps before`
  return `its ${letters.join(', ')} start${letters.length > 1 ? '' : 's'} at 0, whatever was remembered before is gone`
}

/** What a change does, in a sentence: "BatchNorm on from step 201: γ = 1 and β = 0 at first, …". */
export function sentenceOf(experiment: Experiment, change: Change): string {
  const { path, value, step } = change
  const run = runOf(experiment, change)
  const who = `${run ? `${runName(run)}: ` : ''}${wordsOf(experiment, change)}`
  if (path.startsWith('weights.'))
    return step === 0
      ? `${who} to begin with.`
      : `${who} after update ${step}, whatever that made of it; what is remembered of it stays.`
  const head = `${who} from step ${step + 1}`
  if (path.startsWith('frozen.'))
    return `${head}${value ? ': its gradient is 0, and whatever the rule adds to it is taken back' : ''}.`
  const trick = switchOf(path)
  if (trick) return `${head}: ${trick.isOn(value as never) ? trick.does(value as never) : trick.undoes}.`
  if (path === 'optimizer') return `${head}: ${forgotten(value as string)}.`
  const before = beforeOf(experiment, change)
  return typeof before === 'number' ? `${head}, ${plain(setting(before))} before.` : `${head}.`
}

/** The changes that a run goes through. */
export const changesOf = ({ changes }: Experiment, { id }: Run): Change[] =>
  changes.filter(({ run }) => run === undefined || run === id)

export const flagsOf = (experiment: Experiment, run: Run): Flag[] =>
  changesOf(experiment, run).map((change) => ({ step: change.step, words: wordsOf(experiment, change) }))
