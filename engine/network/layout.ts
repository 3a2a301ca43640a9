import { type Activation, activations } from './activation.ts'
import { type Architecture, outputsOf } from './architecture.ts'
import { type Divergence, divergences } from './divergence.ts'
import type { Layer } from './layer.ts'

/** A parameter's place in the flat vector: layer by layer W, b, then γ and β where there is batch norm. */
export interface ParameterPlace {
  /** `W1`, `b1`, `gamma1`, `beta1`, `W2` ...: layers count from 1, as on paper. */
  name: string
  kind: 'W' | 'b' | 'gamma' | 'beta'
  layer: number
  offset: number
  /** `W[r][c]` is at `offset + r · columns + c`; the others are one row. */
  rows: number
  columns: number
}

export function parameterPlaces({ inputs, layers }: Architecture): ParameterPlace[] {
  const places: ParameterPlace[] = []
  let offset = 0
  layers.forEach(({ units, batchNorm }, layer) => {
    const put = (kind: ParameterPlace['kind'], rows: number, columns: number) => {
      places.push({ name: `${kind}${layer + 1}`, kind, layer, offset, rows, columns })
      offset += rows * columns
    }
    put('W', units, layer === 0 ? inputs : layers[layer - 1].units)
    put('b', 1, units)
    if (batchNorm) {
      put('gamma', 1, units)
      put('beta', 1, units)
    }
  })
  return places
}

/**
 * The places, each with the index of its first parameter in an order that batch norm leaves alone: all W and b, layer by
 * layer, each W row by row, and after them γ and β of every layer that may have them, whether it has them or not.
 */
export function indexedPlaces(architecture: Architecture): (ParameterPlace & { index: number })[] {
  const { layers } = architecture
  const whole = {
    ...architecture,
    layers: layers.map((layer) => ({ ...layer, batchNorm: layer.batchNorm !== undefined })),
  }
  const isPlain = ({ kind }: ParameterPlace) => kind === 'W' || kind === 'b'
  const all = parameterPlaces(whole)
  const indices = new Map<string, number>()
  let index = 0
  for (const { name, rows, columns } of [...all.filter(isPlain), ...all.filter((place) => !isPlain(place))]) {
    indices.set(name, index)
    index += rows * columns
  }
  return parameterPlaces(architecture).map((place) => ({ ...place, index: indices.get(place.name) ?? -1 }))
}

/** Where each parameter lies in the flat vector, by its index; −1 where it is not there. */
export function parameterOrder(architecture: Architecture): Int32Array {
  const places = indexedPlaces(architecture)
  const end = Math.max(...places.map(({ index, rows, columns }) => index + rows * columns))
  const order = new Int32Array(end).fill(-1)
  for (const { index, offset, rows, columns } of places)
    for (let i = 0; i < rows * columns; i++) order[index + i] = offset + i
  return order
}

/** Number of parameters. */
export const parameterCount = (architecture: Architecture): number =>
  parameterPlaces(architecture).reduce((sum, { rows, columns }) => sum + rows * columns, 0)

/** The ids of an architecture looked up; an id that is not there is a mistake of the caller's. */
export function look({ layers, divergence: id }: Architecture): {
  divergence: Divergence
  activations: Activation[]
} {
  const divergence = divergences[id]
  const last = layers[layers.length - 1].activation
  if (!divergence.outputs.includes(last)) throw new RangeError(`${id} does not go with the output ${last}.`)
  return { divergence, activations: layers.map(({ activation }) => activations[activation]) }
}

/** Room for the batches of one network; its insides stay readable until the next batch. */
export interface Workspace {
  /** Most rows that fit. */
  readonly capacity: number
  readonly layers: readonly Layer[]
  readonly target: number // (B, outputs)
  readonly divergence: number // (B) of each example
}

/** Gives consecutive places from `start`. */
export const placer = (start: number) => {
  let next = start
  return {
    take(size: number): number {
      const at = next
      next += size
      return at
    },
    taken: () => next - start,
  }
}
export type Take = (size: number) => number

/** Places that all workspaces of a network share. */
export interface Shared {
  w: number
  gradient: number
  /** Of each layer with batch norm, else −1. */
  running: readonly number[]
  population: readonly number[]
}

/** Lays out a workspace for `capacity` rows. */
export function placeWorkspace(
  architecture: Architecture,
  { w, gradient, running, population }: Shared,
  capacity: number,
  take: Take,
): Workspace {
  const { activations } = look(architecture)
  const places = parameterPlaces(architecture)
  let inputs = architecture.inputs
  let x = take(capacity * inputs)
  const layers = architecture.layers.map(({ units, batchNorm = false }, l): Layer => {
    const of = (kind: string, base: number) => {
      const place = places.find((one) => one.layer === l && one.kind === kind)
      return place ? base + place.offset : -1
    }
    const whole = () => take(capacity * units)
    const z = whole()
    const mean = take(batchNorm ? 2 * units : 0)
    const dzHat = whole()
    const layer: Layer = {
      inputs,
      units,
      activation: activations[l],
      batchNorm,
      W: of('W', w),
      b: of('b', w),
      gamma: of('gamma', w),
      beta: of('beta', w),
      dW: of('W', gradient),
      db: of('b', gradient),
      dGamma: of('gamma', gradient),
      dBeta: of('beta', gradient),
      running: running[l],
      population: population[l],
      x,
      mask: take(capacity * inputs),
      masked: take(capacity * inputs),
      z,
      mean,
      variance: mean + units,
      inverse: take(batchNorm ? units : 0),
      met: take(batchNorm ? 2 * units : 0),
      u: batchNorm ? whole() : z,
      zHat: batchNorm ? whole() : z,
      y: whole(),
      dzHat,
      dz: batchNorm ? whole() : dzHat,
      input: x,
    }
    x = layer.y
    inputs = units
    return layer
  })
  return { capacity, layers, target: take(capacity * outputsOf(architecture)), divergence: take(capacity) }
}
