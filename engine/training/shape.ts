import type { Prepared } from '../datasets/index.ts'
import type { Tricks } from '../experiment/experiment.ts'
import { isNormed } from '../experiment/networkFields.ts'
import {
  type Architecture,
  createNetwork,
  type Network,
  parameterOf,
  parameterPlaces,
  type Settings,
} from '../network/index.ts'
import type { Carry } from './trainee.ts'

/** The network of a run: hidden layers as it wants them, outputs as the data need them. */
export function architectureOf(
  { inputs, outputs, task }: Prepared,
  { hidden, activation, batchNorm, divergence }: Tricks,
): Architecture {
  const many = task === 'many classes'
  const output = task === 'regression' ? 'linear' : many ? 'softmax' : 'sigmoid'
  return {
    inputs: inputs.length,
    layers: [
      ...hidden.map((units, l) => ({ units, activation, batchNorm: batchNorm.on && isNormed(batchNorm, l) })),
      { units: outputs, activation: output },
    ],
    divergence: divergence === 'l2' ? 'l2' : many ? 'kl' : 'bkl',
  }
}

export const settingsOf = ({ hidden, l2, l1, batchNorm, dropout }: Tricks): Settings => ({
  penalty: { l2, l1 },
  batchNorm: {
    epsilon: batchNorm.epsilon,
    momentum: batchNorm.momentum,
    stopGradient: batchNorm.stopGradient,
  },
  dropout: { form: dropout.form, keep: [dropout.inputs, ...hidden.map(() => dropout.hidden)] },
})

/** A network of another architecture with the parameters that both have; those it alone has are as at the start. */
export function reshape(network: Network, architecture: Architecture): Network {
  const next = createNetwork(architecture, network.workspace.capacity)
  const names = new Set(network.parameters.map(({ name }) => name))
  for (const { name, values } of next.parameters)
    if (names.has(name)) values.set(parameterOf(network, name).values)
  return next
}

/** Takes what belongs to the parameters of one architecture to the places they have in another. */
export function carryBetween(from: Architecture, to: Architecture): Carry {
  const old = new Map(parameterPlaces(from).map((place) => [place.name, place.offset]))
  const places = parameterPlaces(to)
  const size = places.reduce((sum, { rows, columns }) => sum + rows * columns, 0)
  return (values, fresh) => {
    const carried = new Float64Array(size).fill(fresh)
    for (const { name, offset, rows, columns } of places) {
      const start = old.get(name)
      if (start !== undefined) carried.set(values.subarray(start, start + rows * columns), offset)
    }
    return carried
  }
}
