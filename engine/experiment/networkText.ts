import { augmentations, datasetOf } from '../datasets/index.ts'
import { initializers } from '../network/index.ts'
import type { Parameter, Parameters, Value } from '../parameters.ts'
import type { NetworkProblem, Tricks } from './experiment.ts'
import { batchNormFields, dropoutFields, networkFields } from './networkFields.ts'
import { dataKinds, networkKind, readNetworkProblem } from './networkProblem.ts'
import { readTableText, tableKeys, writeTable } from './ownTableText.ts'
import { defineProblemText } from './problemText.ts'
import { makeReader } from './reader.ts'
import type { Registry } from './run.ts'
import type { RunKey } from './textKeys.ts'
import { takeParameters, type TextSource } from './textSource.ts'
import {
  keyOf,
  readChoiceText,
  readNumberText,
  readValue,
  readValuesText,
  writeChoice,
  writeNumber,
  writeParameters,
  writeValue,
  writeValues,
} from './textValues.ts'

type Field = Pick<RunKey, 'write' | 'read'>
type Fields = Readonly<Partial<Record<keyof NetworkProblem, readonly [key: string, field: Field]>>>

const value = (parameter: Parameter): Field => ({
  write: writeValue,
  read: (text) => readValue(parameter, text),
})
const values = (parameters: Parameters): Field => ({
  write: (of: Readonly<Record<string, Value>>) => writeValues(of, parameters),
  read: (text) => readValuesText(text, parameters),
})
const choice = (registry: Registry): Field => ({
  write: (of: { kind: string }) => writeChoice(of, registry),
  read: (text) => readChoiceText(text, registry),
})

/** `16-16`, or `none` where the output is connected to the inputs. */
const layers: Field = {
  write: (hidden: readonly number[]) => (hidden.length > 0 ? hidden.map(writeNumber).join('-') : 'none'),
  read: (text) => (text.trim() === 'none' ? [] : text.split('-').map(readNumberText)),
}
const numbers: Field = {
  write: (list: readonly number[]) => list.map(writeNumber).join(','),
  read: (text) => (text.trim() === '' ? [] : text.split(',').map(readNumberText)),
}
const names: Field = {
  write: (list: readonly string[]) => list.join(','),
  read: (text) => text.split(',').map((name) => name.trim()),
}

const named = (name: keyof NetworkProblem & keyof typeof networkFields) =>
  [keyOf(name, networkFields[name]), value(networkFields[name])] as const

/** Fields that all runs share, in the order in which they are written. */
const shared: Fields = {
  features: ['features', names],
  labelNoise: named('labelNoise'),
  validation: named('validation'),
  test: named('test'),
  batch: named('batch'),
  order: named('order'),
}

/** Fields in which runs may differ. */
const own: Fields = {
  hidden: ['net', layers],
  activation: named('activation'),
  initializer: ['init', choice(initializers)],
  weights: ['weights', numbers],
  divergence: named('divergence'),
  l2: named('l2'),
  l1: named('l1'),
  batchNorm: ['bn', values(batchNormFields)],
  dropout: ['keep', values(dropoutFields)],
  augmentation: ['aug', choice(augmentations)],
  patience: named('patience'),
}

const all = Object.entries({ ...own, ...shared })

/** `data=moons&noise=.3&net=6-6&act=relu&bn=1&keep=1,.5`, without what is at its default for these data. */
function writeNetworkProblem(problem: NetworkProblem): [string, string][] {
  const { data, table } = problem
  const initial = readNetworkProblem(makeReader({ data, ...(table && { table: table as never }) }, []).at)
  const texts = (of: NetworkProblem) =>
    all.map(([name, [key, { write }]]): [string, string] => [
      key,
      write(of[name as keyof NetworkProblem] as never),
    ])
  const defaults = new Map(texts(initial))
  return [
    ['data', data.kind],
    ...writeParameters(data, datasetOf(problem).parameters),
    ...texts(problem).filter(([key, text]) => text !== defaults.get(key)),
    ...(table ? writeTable(table) : []),
  ]
}

function readNetworkText(source: TextSource): unknown {
  const id = source.take('problem.data', 'data')
  const kind = id ?? 'circles'
  const given = all.map(([name, [key, { read }]]) => {
    const text = source.take(`problem.${name}`, key)
    return [name, text === undefined ? undefined : read(text)]
  })
  const parameters = takeParameters(source, 'problem.data', dataKinds, kind)
  const table = kind === 'table' && { table: readTableText(source) }
  return { kind: 'network', data: { kind, ...parameters }, ...table, ...Object.fromEntries(given) }
}

export const networkText = defineProblemText<NetworkProblem>({
  marks: ['data', 'net'],
  keys: ['data', ...tableKeys, ...all.map(([, [key]]) => key)],
  runKeys: Object.fromEntries(
    Object.entries(own).map(([name, [key, field]]) => {
      const { mayChange } = networkKind.own[name as keyof Tricks]!
      return [key, { ...field, path: `problem.${name}`, mayChange }]
    }),
  ),
  write: writeNetworkProblem,
  read: readNetworkText,
})
