import { optimizers } from '../optimizers/index.ts'
import type { Parameters } from '../parameters.ts'
import { clippings } from '../training/clipping.ts'
import { schedules } from '../training/schedules.ts'
import { type Choice, limits, type Run } from './experiment.ts'
import { fields } from './fields.ts'
import { isRecord, type Plain } from './plain.ts'
import {
  type Reader,
  readFields,
  readList,
  readName,
  readNumber,
  readParameters,
  readValues,
} from './reader.ts'

export type Registry = Readonly<Record<string, { parameters: Parameters }>>

/** The first of a registry does nothing: the constant schedule, no clipping. */
export const defaultKind = (registry: Registry): string => Object.keys(registry)[0]

/** One of a registry with its parameters, `{ kind: 'step', size: 40 }`. */
export function readChoice(reader: Reader, registry: Registry, initial = defaultKind(registry)): Choice {
  const kind = isRecord(reader.value) ? readName(reader.at('kind'), registry) : initial
  if (kind === undefined) return { kind: '' }
  const { parameters } = registry[kind]
  const at = readFields(reader, ['kind', ...Object.keys(parameters)])
  return Object.assign({ kind }, readValues(at, parameters))
}

const idPattern = /^[A-Za-z0-9-]{1,40}$/

/** The ids of runs: those given, the others named after their optimizer: `adam`, `adam-2`, `adam-3`. */
export function fillIds(runs: readonly { id?: unknown; optimizer?: unknown }[]): string[] {
  const taken = new Set(runs.map(({ id }) => id))
  return runs.map(({ id, optimizer }) => {
    if (typeof id === 'string') return id
    const base = typeof optimizer === 'string' && idPattern.test(optimizer) ? optimizer : 'run'
    let name = base
    for (let n = 2; taken.has(name); n++) name = `${base}-${n}`
    taken.add(name)
    return name
  })
}

function readLabel(reader: Reader): Pick<Run, 'label'> {
  const { value } = reader
  if (value === undefined) return {}
  // Neither control characters, nor half a surrogate pair, nor marks that turn the direction of what follows.
  const isClean = typeof value === 'string' && !/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u.test(value)
  if (isClean && value.length >= 1 && value.length <= limits.labelLength) return { label: value }
  reader.fail(`a line of text of 1 to ${limits.labelLength} characters`)
  return {}
}

const runFields = [
  'id',
  'label',
  'optimizer',
  'hyperparameters',
  'schedule',
  'clipping',
  'weightDecay',
  'problem',
]

type ReadOwn = (reader: Reader) => Run['problem']

function readRun(reader: Reader, id: string, readOwn: ReadOwn): Run {
  const at = readFields(reader, runFields)
  if (!idPattern.test(id)) at('id').fail('1 to 40 letters, digits or -')
  const label = readLabel(at('label'))
  const optimizer = readName(at('optimizer'), optimizers)
  // The hyperparameters of an optimizer that is not known cannot be judged.
  const hyperparameters =
    optimizer === undefined ? {} : readParameters(at('hyperparameters'), optimizers[optimizer].parameters)
  return {
    id,
    ...label,
    optimizer: optimizer ?? '',
    hyperparameters,
    schedule: readChoice(at('schedule'), schedules),
    clipping: readChoice(at('clipping'), clippings),
    weightDecay: readNumber(at('weightDecay'), fields.weightDecay),
    problem: readOwn(at('problem')),
  }
}

/** `readOwn` reads what a run has of its own in the problem that all share. */
export function readRuns(reader: Reader, readOwn: ReadOwn): Run[] {
  const given: readonly Plain[] = Array.isArray(reader.value) ? reader.value.slice(0, limits.runs) : []
  const ids = fillIds(given.map((run) => (isRecord(run) ? run : {})))
  let i = 0
  return readList(reader, limits.runs, 'runs', (item) => {
    const id = ids[i]
    const idAt = item.at('id')
    if (idAt.value !== undefined && typeof idAt.value !== 'string') idAt.fail('1 to 40 letters, digits or -')
    else if (ids.indexOf(id) < i) idAt.fail('an id that no other run has')
    i++
    return readRun(item, id, readOwn)
  })
}
