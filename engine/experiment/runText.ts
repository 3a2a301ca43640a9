import { optimizers } from '../optimizers/index.ts'
import { limits, type Run } from './experiment.ts'
import { fillIds } from './run.ts'
import type { RunKeys } from './textKeys.ts'
import { showKey, type TextSource } from './textSource.ts'
import { keyOf, readNumberText, readValue, writeNumber, writeParameters } from './textValues.ts'

/** A run as a link gives it: input for the parser. */
export interface RunInput {
  id?: string
  optimizer: string
  hyperparameters: Record<string, unknown>
  problem: Record<string, unknown>
  [field: string]: unknown
}

const fieldAt = (run: Run, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], run)

/** The runs whose ids would be others if they were left out. */
function withOwnIds(runs: readonly Run[]): Set<number> {
  const own = new Set<number>()
  for (;;) {
    const ids = fillIds(runs.map(({ id, optimizer }, i) => (own.has(i) ? { id, optimizer } : { optimizer })))
    const wrong = runs.findIndex(({ id }, i) => ids[i] !== id)
    if (wrong < 0) return own
    own.add(wrong)
  }
}

/** `opt=sgd,adam:fast&lr=.04,.2&fast.beta2=.99`, without what is at its default. */
export function writeRuns(runs: readonly Run[], runKeys: RunKeys): [string, string][] {
  if (runs.length === 0) return []
  const own = withOwnIds(runs)
  const pairs: [string, string][] = [
    ['opt', runs.map(({ id, optimizer }, i) => (own.has(i) ? `${optimizer}:${id}` : optimizer)).join(',')],
  ]
  const rates = runs.map(({ hyperparameters }) => hyperparameters.learningRate as number)
  if (rates.some((rate, i) => rate !== optimizers[runs[i].optimizer].parameters.learningRate.default))
    pairs.push(['lr', rates.map(writeNumber).join(',')])
  for (const run of runs) {
    const { learningRate: _, ...parameters } = optimizers[run.optimizer].parameters
    for (const [key, text] of writeParameters(run.hyperparameters, parameters))
      pairs.push([`${run.id}.${key}`, text])
    for (const [key, { path, write, isDefault }] of Object.entries(runKeys)) {
      const value = fieldAt(run, path)
      if (value !== undefined && !isDefault?.(value as never))
        pairs.push([`${run.id}.${key}`, write(value as never)])
    }
  }
  return pairs
}

const ordinal = (n: number): string => `${n}${['th', 'st', 'nd', 'rd'][n < 4 ? n : 0]}`
/** `lr (2nd value)`, or `lr` where there is one value only. */
const placeIn = (key: string, i: number, count: number): string =>
  count === 1 ? key : `${key} (${ordinal(i + 1)} value)`

/** What `writeRuns` writes, as input for the parser, with ids for all that there may be. */
export function readRunsText(source: TextSource, runKeys: RunKeys): RunInput[] {
  const entries = source.take('runs', 'opt')?.split(',') ?? []
  const runs = entries.map((entry, i): RunInput => {
    source.blame(`runs.${i}`, placeIn('opt', i, entries.length))
    const [optimizer, ...id] = entry.trim().split(':')
    return { optimizer, ...(id.length > 0 ? { id: id.join(':') } : {}), hyperparameters: {}, problem: {} }
  })
  readRates(source, runs)
  // The parser says when there are too many; a link may have thousands.
  fillIds(runs.slice(0, limits.runs)).forEach((id, i) => {
    runs[i].id = id
    // Of runs with one id the first has its keys; the parser reports the other.
    if (runs.findIndex((run) => run.id === id) === i) readOwn(source, runs[i], i, runKeys)
  })
  return runs
}

function readRates(source: TextSource, runs: readonly RunInput[]): void {
  const text = source.take('runs', 'lr')
  source.blame('runs', 'opt')
  if (text === undefined) return
  const rates = text.split(',')
  if (rates.length !== runs.length) {
    const found = rates.length === 1 ? '1 value' : `${rates.length} values`
    source.issues.push({ path: 'lr', found, expected: `${runs.length}, one for each run in opt` })
    return
  }
  rates.forEach((rate, i) => {
    if (rate.trim() === '') return
    source.blame(`runs.${i}.hyperparameters.learningRate`, placeIn('lr', i, rates.length))
    runs[i].hyperparameters.learningRate = readNumberText(rate)
  })
}

/** Reads `adam.beta2`, `adam.schedule` and so on into the run. */
function readOwn(source: TextSource, run: RunInput, i: number, runKeys: RunKeys): void {
  const { id, optimizer, hyperparameters } = run
  if (Object.hasOwn(optimizers, optimizer)) {
    for (const [name, parameter] of Object.entries(optimizers[optimizer].parameters)) {
      const key = keyOf(name, parameter)
      const isGiven = hyperparameters[name] !== undefined
      const text = source.take(`runs.${i}.hyperparameters.${name}`, `${id}.${key}`, `${id}.${name}`)
      if (text === undefined) continue
      if (isGiven)
        source.issues.push({
          path: showKey(`${id}.${key}`),
          found: `${key} as well`,
          expected: 'one of them',
        })
      hyperparameters[name] = readValue(parameter, text)
    }
  } else source.forgive((key) => key.startsWith(`${id}.`))
  for (const [key, { path, read }] of Object.entries(runKeys)) {
    const text = source.take(`runs.${i}.${path}`, `${id}.${key}`)
    if (text === undefined) continue
    const [field, inner] = path.split('.')
    if (inner === undefined) run[field] = read(text)
    else run.problem[inner] = read(text)
  }
}
