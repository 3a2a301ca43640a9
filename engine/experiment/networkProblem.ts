import type { Dataset } from '../dataset.ts'
import { datasetOf, datasets, features, hasDataset, sharesComplaint } from '../datasets/index.ts'
import type { NetworkProblem, Tricks } from './experiment.ts'
import { networkFields } from './networkFields.ts'
import { boundNetworks } from './networkSize.ts'
import { judgeWeights, singleWeight } from './networkWeights.ts'
import { readOwnTable } from './ownTable.ts'
import { defineProblemKind } from './problemKind.ts'
import { type Reader, readList, readName, readNumber, readParameter } from './reader.ts'
import { readChoice, type Registry } from './run.ts'
import { type Basis, fixedTricks, tricks } from './tricks.ts'

/** Features are functions of a point of the plane. */
const isPlanar = ({ inputs }: Dataset): boolean => inputs.length === 2

function readFeatures(reader: Reader, dataset: Dataset | undefined): string[] {
  const initial = dataset && isPlanar(dataset) ? ['x1', 'x2'] : []
  if (reader.value === undefined) return initial
  const names = readList(reader, Object.keys(features).length, 'features', (item) => readName(item, features))
  if (dataset && !isPlanar(dataset) && names.length > 0)
    reader.fail(`none, as ${dataset.id} has no points of a plane`)
  if (dataset && isPlanar(dataset) && Array.isArray(reader.value) && names.length === 0)
    reader.fail('one feature at least')
  if (new Set(names).size < names.length) reader.fail('each feature once')
  return names.map((name) => name ?? '')
}

function readShares(at: Reader['at']): Pick<NetworkProblem, 'validation' | 'test'> {
  const validation = readNumber(at('validation'), networkFields.validation)
  const test = readNumber(at('test'), networkFields.test)
  const complaint = sharesComplaint(validation, test)
  // Said where something is written: the other share may be its default.
  const given = at('test').value === undefined ? 'validation' : 'test'
  if (complaint !== undefined)
    at(given).fail(complaint, `${validation} for validation and ${test} for the test`)
  return { validation, test }
}

function readLabelNoise(reader: Reader, dataset: Dataset | undefined): number {
  const noise = readNumber(reader, networkFields.labelNoise)
  if (noise > 0 && dataset?.task === 'regression') reader.fail(`0, as ${dataset.id} has no labels`)
  return noise
}

/** What data may be called: a set of the list, or rows that stand beside in `table`. */
export const dataKinds: Registry = { ...datasets, table: { parameters: {} } }

/** The rows of a table, and of nothing else. */
function readTable(reader: Reader, kind: string): Pick<NetworkProblem, 'table'> {
  if (kind === 'table') {
    const table = readOwnTable(reader)
    return table ? { table } : {}
  }
  if (reader.value !== undefined) reader.fail(`nothing, as the data are ${kind || 'others'}`)
  return {}
}

const basisOf = (problem: Pick<NetworkProblem, 'data' | 'table' | 'validation'>): Basis => ({
  dataset: hasDataset(problem) ? datasetOf(problem) : undefined,
  validation: problem.validation,
})

/** Where nothing is given: 400 points in circles, seen by two layers of 16 tanh units. */
export function readNetworkProblem(at: Reader['at']): NetworkProblem {
  const data = readChoice(at('data'), dataKinds, 'circles')
  const table = readTable(at('table'), data.kind)
  const shares = readShares(at)
  const basis = basisOf({ data, ...table, ...shares })
  const { dataset } = basis
  return {
    kind: 'network',
    data,
    ...table,
    features: readFeatures(at('features'), dataset),
    labelNoise: readLabelNoise(at('labelNoise'), dataset),
    ...shares,
    batch: readNumber(at('batch'), networkFields.batch),
    order: readParameter(at('order'), networkFields.order) as NetworkProblem['order'],
    ...readTricks(at, basis),
  }
}

const readTricks = (at: Reader['at'], basis: Basis): Tricks =>
  Object.fromEntries(
    Object.entries(tricks).map(([name, read]) => [name, read(at(name), basis)]),
  ) as unknown as Tricks

export const networkKind = defineProblemKind<NetworkProblem>({
  steps: networkFields.steps,
  shared: ['data', 'table', 'features', 'labelNoise', 'validation', 'test', 'batch', 'order'],
  own: Object.fromEntries(
    Object.entries(tricks).map(([name, read]) => [
      name,
      {
        mayChange: !fixedTricks.includes(name),
        read: (reader: Reader, problem: NetworkProblem) => read(reader, basisOf(problem)),
      },
    ]),
  ),
  read: readNetworkProblem,
  single: singleWeight,
  bound(experiment, problem, reader) {
    boundNetworks(experiment, problem, reader)
    judgeWeights(experiment, problem, reader)
  },
})
