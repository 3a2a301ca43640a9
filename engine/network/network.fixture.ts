import { readFileSync } from 'node:fs'
import { stream } from '../random.ts'
import { type Architecture, type Data, plainSettings, type Settings } from './architecture.ts'
import { configure, createNetwork, type Network, parameterOf } from './network.ts'
import { train } from './training.ts'

/** Reference networks as `golden/FORMAT.md` describes them. */
type Row = number[]
type Matrix = Row[]
export interface ReferenceLayer {
  W: Matrix
  b: Row
  gamma?: Row
  beta?: Row
}
export interface Reference {
  id: string
  layers: number[]
  activations: string[]
  divergence: string
  l2_lambda: number
  data: { x: Matrix; d: Matrix }
}

const folder = new URL('../golden/public/', import.meta.url)
export const readCases = <C>(file: string): C[] =>
  (JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { cases: C[] }).cases

export const flat = (matrix: Matrix): Float64Array => Float64Array.from(matrix.flat())
export const dataOf = ({ data }: Reference): Data => ({ x: flat(data.x), d: flat(data.d) })
export const everyRow = (count: number): Int32Array => Int32Array.from({ length: count }, (_, i) => i)

export const architectureOf = (
  { layers: [inputs, ...units], activations, divergence }: Reference,
  normalized: readonly boolean[] = [],
): Architecture => ({
  inputs,
  layers: units.map((units, l) => ({
    units,
    activation: activations[l] === 'leaky_relu' ? 'leakyRelu' : activations[l],
    batchNorm: normalized[l] ?? false,
  })),
  divergence,
})

/** The flat vector of a reference's layers, in this engine's order. */
export const flatParameters = (layers: readonly ReferenceLayer[]): number[] =>
  layers.flatMap(({ W, b, gamma = [], beta = [] }) => [...W.flat(), ...b, ...gamma, ...beta])

/** Sets the parameters one by one, by their names. */
export function setParameters(network: Network, layers: readonly ReferenceLayer[]): void {
  layers.forEach(({ W, b, gamma, beta }, l) => {
    const put = (kind: string, values: Row | undefined) => {
      if (values) parameterOf(network, `${kind}${l + 1}`).values.set(values)
    }
    put('W', W.flat())
    put('b', b)
    put('gamma', gamma)
    put('beta', beta)
  })
}

/** The largest |mine − stored| / (1 + |stored|), in units of `tolerance`; NaN is not within any. */
export function excess(mine: ArrayLike<number>, stored: ArrayLike<number>, tolerance: number): number {
  if (mine.length !== stored.length) return Infinity
  return Array.from(mine).reduce((worst, value, i) => {
    const error = Math.abs(value - stored[i]) / (1 + Math.abs(stored[i])) / tolerance
    return error <= worst ? worst : error
  }, 0)
}

/** A network with its reference's parameters, for full batches. */
export function networkOf(
  reference: Reference,
  layers: readonly ReferenceLayer[],
  capacity: number,
): Network {
  const network = createNetwork(architectureOf(reference), capacity)
  setParameters(network, layers)
  return network
}

/** Random examples for an architecture: normal inputs, targets that its divergence allows. */
export function someData({ inputs, layers, divergence }: Architecture, count: number, seed = 1): Data {
  const random = stream(seed, 'examples')
  const { units } = layers[layers.length - 1]
  const x = Float64Array.from({ length: count * inputs }, () => random.normal())
  const d = Float64Array.from({ length: count * units }, () =>
    divergence === 'l2' ? random.normal() : random.uniform(),
  )
  if (divergence === 'kl')
    for (let from = 0; from < d.length; from += units) {
      const row = d.subarray(from, from + units)
      const sum = row.reduce((total, value) => total + value, 0)
      row.forEach((value, i) => (row[i] = value / sum))
    }
  return { x, d }
}

/** A network with all of its parameters drawn, biases, γ and β too, so that no derivative is zero by accident. */
export function someNetwork(
  architecture: Architecture,
  capacity: number,
  settings: Partial<Settings> = {},
  seed = 2,
): Network {
  const network = createNetwork(architecture, capacity)
  configure(network, { ...plainSettings, ...settings })
  const random = stream(seed, 'parameters')
  network.w.forEach((_, i) => (network.w[i] = 0.6 * random.normal()))
  return network
}

/** Trains, and gives the objective that was met. */
export function trained(
  network: Network,
  data: Data,
  rows: Int32Array,
  first?: number,
  count?: number,
): number {
  train(network, data, rows, first, count)
  return network.last.objective
}
