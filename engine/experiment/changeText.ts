import { optimizers } from '../optimizers/index.ts'
import { type Parameters, toggle } from '../parameters.ts'
import { applyChange } from './applyChange.ts'
import type { Change, Experiment, Issue } from './experiment.ts'
import { oneOf } from './nearest.ts'
import type { Pair } from './query.ts'
import type { RunInput } from './runText.ts'
import type { RunKey, RunKeys } from './textKeys.ts'
import { showKey, type TextSource } from './textSource.ts'
import { keyOf, nameOf, readNumberText, readValue, writeNumber, writeValue } from './textValues.ts'

const prefix = 'hyperparameters.'
const frozen = toggle('frozen', false)
/** Of single parameters: `w12` sets the twelfth, `freeze12` holds it. */
const single = [
  ['w', 'weights.', { write: writeNumber, read: readNumberText }],
  ['freeze', 'frozen.', { write: writeValue, read: (text: string) => readValue(frozen, text) }],
] as const
type ChangeKeys = readonly [key: string, field: RunKey][]

const changing = (runKeys: RunKeys): ChangeKeys =>
  Object.entries(runKeys).filter(([, { mayChange }]) => mayChange)

/** `@20.adam.lr=.05`, `@20.noise=.1` for all runs, `@30.adam.opt=sgd`, `@40.adam.w12=.5`. */
export function writeChanges({ runs, changes }: Experiment, runKeys: RunKeys): [string, string][] {
  const changeKeys = changing(runKeys)
  let current = runs
  return changes.map((change) => {
    const { step, run: id, path, value } = change
    const [first] = current.filter((run) => id === undefined || run.id === id)
    const { parameters } = optimizers[first.optimizer]
    current = current.map((run) => applyChange(run, change))
    const [key, text] = writeField(path, value, parameters, changeKeys)
    return [['@' + writeNumber(step), ...(id === undefined ? [] : [id]), key].join('.'), text]
  })
}

function writeField(path: string, value: unknown, parameters: Parameters, changeKeys: ChangeKeys) {
  if (path === 'optimizer') return ['opt', value as string]
  const known = changeKeys.find(([, field]) => field.path === path)
  if (known) return [known[0], known[1].write(value as never)]
  for (const [key, start, { write }] of single)
    if (path.startsWith(start)) return [key + path.slice(start.length), write(value as never)]
  const name = path.slice(prefix.length)
  return [keyOf(name, parameters[name]), writeValue(value as never)]
}

/** What `writeChanges` writes, as input for the parser. */
export function readChangesText(
  source: TextSource,
  pairs: readonly Pair[],
  runs: readonly RunInput[],
  runKeys: RunKeys,
): unknown[] {
  const changeKeys = changing(runKeys)
  const used = new Map(runs.map(({ id, optimizer }) => [id, optimizer]))
  const ids = runs.flatMap(({ id }) => id ?? [])
  const fail = (key: string, issue: Omit<Issue, 'path'>) =>
    void source.issues.push({ path: showKey(key), ...issue })

  const written = pairs.map(({ key, value }) => {
    const names = key.slice(1).split('.')
    const isWellFormed = names.length === 2 || names.length === 3
    if (!isWellFormed) fail(key, { found: 'a malformed key', expected: '@step.key or @step.run.key' })
    return {
      key,
      value,
      isWellFormed,
      step: readNumberText(names[0]),
      id: names.length === 3 ? names[1] : undefined,
      field: names[names.length - 1],
    }
  })
  // Which keys a run has depends on what it was switched to before.
  const order = written
    .filter(({ isWellFormed }) => isWellFormed)
    .sort((a, b) => Number(a.step) - Number(b.step))
  const changes: unknown[] = []
  for (const { key, value, step, id, field } of order) {
    if (id !== undefined && !used.has(id)) {
      fail(key, {
        found: 'an unknown run',
        expected: ids.length > 0 ? oneOf(ids, id) : 'a run that is in opt',
      })
      continue
    }
    const concerned = id === undefined ? ids : [id]
    const optimizer = used.get(concerned[0]) ?? ''
    const read = readField(field, value, optimizer, changeKeys)
    if (read) {
      if (read.path === 'optimizer') for (const one of concerned) used.set(one, value)
      source.blame(`changes.${changes.length}`, showKey(key))
      const change: Omit<Change, 'step'> & { step: unknown } = {
        step,
        ...(id === undefined ? {} : { run: id }),
        ...read,
      }
      changes.push(change)
    } else if (Object.hasOwn(optimizers, optimizer)) {
      const found = Object.hasOwn(runKeys, field) ? 'what cannot change while a run trains' : 'an unknown key'
      fail(key, { found, expected: oneOf(keysOf(optimizer, changeKeys), field) })
    }
  }
  return changes
}

const keysOf = (optimizer: string, changeKeys: ChangeKeys): string[] => [
  'opt',
  ...changeKeys.map(([key]) => key),
  ...Object.entries(optimizers[optimizer].parameters).map(([name, parameter]) => keyOf(name, parameter)),
]

function readField(
  key: string,
  text: string,
  optimizer: string,
  changeKeys: ChangeKeys,
): Pick<Change, 'path' | 'value'> | undefined {
  if (key === 'opt') return { path: 'optimizer', value: text }
  const known = changeKeys.find(([name]) => name === key)
  if (known) return { path: known[1].path, value: known[1].read(text) }
  const [, word, index] = /^([a-z]+)(\d+)$/.exec(key) ?? []
  const one = single.find(([name]) => name === word)
  if (one) return { path: one[1] + index, value: one[2].read(text) }
  if (!Object.hasOwn(optimizers, optimizer)) return undefined
  const { parameters } = optimizers[optimizer]
  const name = nameOf(key, parameters)
  return name === undefined ? undefined : { path: prefix + name, value: readValue(parameters[name], text) }
}
