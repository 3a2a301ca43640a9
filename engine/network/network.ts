import { type Architecture, plainSettings, type Settings } from './architecture.ts'
import type { Divergence } from './divergence.ts'
import { keptFactor } from './dropout.ts'
import { allocate, release, view } from './kernels/arena.ts'
import {
  look,
  parameterCount,
  type ParameterPlace,
  parameterPlaces,
  placer,
  placeWorkspace,
  type Shared,
  type Take,
  type Workspace,
} from './layout.ts'

/** A named parameter of a network; writing into `values` sets it. */
export interface Parameter extends ParameterPlace {
  values: Float64Array
  gradient: Float64Array
}

/** Places of the settings that kernels read. */
export interface Constants {
  readonly epsilon: number
  readonly momentum: number
  readonly lambdas: number // λ₂, λ₁
  readonly keep: number // (L, 2): α of each layer's inputs, and what a kept one is multiplied by
  readonly sums: number // of divergences, of penalties
}

/**
 * A network: one flat vector w of parameters and its gradient, on which any optimizer works, and room for a batch.
 * Functions in `training.ts`, `inference.ts` and the like work on it; it holds a region of the arena until released.
 */
export interface Network {
  readonly architecture: Architecture
  readonly divergence: Divergence
  settings: Settings
  readonly size: number
  readonly w: Float64Array
  /** Of the objective, after `train`. */
  readonly gradient: Float64Array
  readonly parameters: readonly Parameter[]
  /** Running mean and variance of every layer with batch norm, one after the other: part of what a checkpoint keeps. */
  readonly running: Float64Array
  /** The lecture's averages over all training minibatches, after `measurePopulation`. */
  readonly population: Float64Array
  readonly workspace: Workspace
  /** A second room, so that a map or a validation loss leaves the insides of the last batch alone. */
  readonly inference: Workspace
  readonly shared: Shared
  readonly constants: Constants
  /** The sums of a pass. */
  readonly sums: Float64Array
  /** The mean divergence and the penalty that `train` met last, and their sum, the objective. */
  readonly last: { loss: number; penalty: number; objective: number }
  readonly region: number
}

/** Rows that are worked through at a time where rows do not depend on each other; they fit a near cache. */
const chunk = 128

/** Lays out all that a network needs; `take` gives the places. */
function place(architecture: Architecture, capacity: number, take: Take) {
  const size = parameterCount(architecture)
  const w = take(size)
  const gradient = take(size)
  const statistics = () =>
    architecture.layers.map(({ units, batchNorm }) => (batchNorm ? take(2 * units) : -1))
  const shared: Shared = { w, gradient, running: statistics(), population: statistics() }
  const constants: Constants = {
    epsilon: take(1),
    momentum: take(1),
    lambdas: take(2),
    keep: take(2 * architecture.layers.length),
    sums: take(2),
  }
  const workspace = placeWorkspace(architecture, shared, capacity, take)
  const inference = placeWorkspace(architecture, shared, chunk, take)
  return { size, shared, constants, workspace, inference }
}

/** How many numbers of the arena a network takes that trains on batches of up to `capacity` rows. */
export function regionSize(architecture: Architecture, capacity: number): number {
  const { take, taken } = placer(0)
  place(architecture, capacity, take)
  return taken()
}

/** A network of zeros with γ = 1, for batches of up to `capacity` rows. */
export function createNetwork(architecture: Architecture, capacity: number): Network {
  const region = allocate(regionSize(architecture, capacity))
  const { size, shared, constants, workspace, inference } = place(architecture, capacity, placer(region).take)
  const statistics = (places: readonly number[]) => {
    const total = architecture.layers.reduce(
      (sum, { units, batchNorm }) => sum + (batchNorm ? 2 * units : 0),
      0,
    )
    return view(places.find((at) => at >= 0) ?? region, total)
  }
  const network: Network = {
    architecture,
    divergence: look(architecture).divergence,
    settings: plainSettings,
    size,
    w: view(shared.w, size),
    gradient: view(shared.gradient, size),
    parameters: parameterPlaces(architecture).map((parameter) => {
      const { offset, rows, columns } = parameter
      const values = view(shared.w + offset, rows * columns)
      return { ...parameter, values, gradient: view(shared.gradient + offset, rows * columns) }
    }),
    running: statistics(shared.running),
    population: statistics(shared.population),
    workspace,
    inference,
    shared,
    constants,
    sums: view(constants.sums, 2),
    last: { loss: NaN, penalty: 0, objective: NaN },
    region,
  }
  for (const { kind, values } of network.parameters) if (kind === 'gamma') values.fill(1)
  architecture.layers.forEach(({ units }, l) => {
    for (const at of [shared.running[l], shared.population[l]]) if (at >= 0) view(at + units, units).fill(1)
  })
  configure(network, plainSettings)
  return network
}

/** Puts settings into force. */
export function configure(network: Network, settings: Settings): void {
  const { constants, architecture } = network
  network.settings = settings
  view(constants.epsilon, 1)[0] = settings.batchNorm.epsilon
  view(constants.momentum, 1)[0] = settings.batchNorm.momentum
  view(constants.lambdas, 2).set([settings.penalty.l2, settings.penalty.l1])
  architecture.layers.forEach((_, l) => {
    const keep = settings.dropout.keep[l] ?? 1
    view(constants.keep + 2 * l, 2).set([keep, keptFactor(settings.dropout, keep)])
  })
}

/** Gives the network's memory back; nothing of it may be used afterwards. */
export const releaseNetwork = ({ region }: Network): void => release(region)

/** The parameter of that name, `W1` say. */
export function parameterOf({ parameters }: Network, name: string): Parameter {
  const found = parameters.find((one) => one.name === name)
  if (!found) throw new RangeError(`There is no parameter ${name}.`)
  return found
}
