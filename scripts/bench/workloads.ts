import type { Architecture, Data } from '../../engine/network/index.ts'
import { stream } from '../../engine/random.ts'

export const seed = 1

/** A network to be trained, as peers were measured on it. */
export interface Workload {
  name: string
  inputs: number
  hidden: readonly number[]
  outputs: number
  activation: 'tanh' | 'relu'
  optimizer: 'sgd' | 'adam'
  rate: number
  batch: number
  examples: number
  batchNorm: boolean
  keep: number
}
const digits = { inputs: 64, hidden: [64, 64], outputs: 10, batch: 64, examples: 1472 }
export const workloads: readonly Workload[] = [
  {
    name: 'W1   2-8-8-1 tanh, SGD, batch 10',
    inputs: 2,
    hidden: [8, 8],
    outputs: 1,
    activation: 'tanh',
    optimizer: 'sgd',
    rate: 0.03,
    batch: 10,
    examples: 250,
    batchNorm: false,
    keep: 1,
  },
  {
    name: 'W2   2-16-16-2 ReLU softmax, Adam, batch 32',
    inputs: 2,
    hidden: [16, 16],
    outputs: 2,
    activation: 'relu',
    optimizer: 'adam',
    rate: 0.003,
    batch: 32,
    examples: 320,
    batchNorm: false,
    keep: 1,
  },
  {
    ...digits,
    name: 'W3   64-64-64-10 ReLU softmax, Adam, batch 64',
    activation: 'relu',
    optimizer: 'adam',
    rate: 0.001,
    batchNorm: false,
    keep: 1,
  },
  {
    ...digits,
    name: 'W3b  W3 with batch norm and dropout 0.2',
    activation: 'relu',
    optimizer: 'adam',
    rate: 0.001,
    batchNorm: true,
    keep: 0.8,
  },
]

export const architectureOf = ({
  inputs,
  hidden,
  outputs,
  activation,
  batchNorm,
}: Workload): Architecture => ({
  inputs,
  layers: [
    ...hidden.map((units) => ({ units, activation, batchNorm })),
    { units: outputs, activation: outputs === 1 ? 'linear' : 'softmax' },
  ],
  divergence: outputs === 1 ? 'l2' : 'kl',
})

/** Normal inputs; targets that depend on them, so that there is something to learn. */
export function dataOf({ inputs, outputs, examples }: Workload): Data {
  const random = stream(seed, 'bench')
  const x = Float64Array.from({ length: examples * inputs }, () => random.normal())
  const d = new Float64Array(examples * outputs)
  for (let n = 0; n < examples; n++) {
    const [a, b] = [x[n * inputs], x[n * inputs + 1]]
    if (outputs === 1) d[n] = a * b > 0 ? 1 : -1
    else d[n * outputs + (a * b > 0 ? 1 : 0)] = 1
  }
  return { x, d }
}
