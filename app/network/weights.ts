import type { NetworkProblem } from '../../engine/experiment/experiment.ts'
import { type ParameterPlace, indexedPlaces } from '../../engine/network/index.ts'
import { architectureOf } from './scene.ts'
import type { Scenery } from './scenery.ts'

/** One parameter of a network: a weight into `unit` of `layer` from `input`, or a bias, γ or β of the unit. */
export interface Weight {
  parameter: ParameterPlace['kind']
  layer: number
  unit: number
  /** 0 where it is no weight. */
  input: number
}

type Shape = Pick<Scenery, 'inputs' | 'outputs' | 'task'>

const placesOf = (problem: NetworkProblem, scenery: Shape) =>
  indexedPlaces(architectureOf(problem, scenery, 'all'))

/** The parameter of an index, as changes and probes count them; undefined beyond the last. */
export function weightAt(problem: NetworkProblem, scenery: Shape, index: number): Weight | undefined {
  const place = placesOf(problem, scenery).find(
    (one) => index >= one.index && index < one.index + one.rows * one.columns,
  )
  if (!place) return undefined
  const { kind, layer, columns } = place
  const i = index - place.index
  return kind === 'W'
    ? { parameter: kind, layer, unit: Math.floor(i / columns), input: i % columns }
    : { parameter: kind, layer, unit: i, input: 0 }
}

/** The index of a parameter; undefined where the network has none such. */
export function indexOf(
  problem: NetworkProblem,
  scenery: Shape,
  { parameter, layer, unit, input }: Weight,
): number | undefined {
  const place = placesOf(problem, scenery).find((one) => one.kind === parameter && one.layer === layer)
  if (!place) return undefined
  const i = parameter === 'W' ? unit * place.columns + input : unit
  const isThere = parameter === 'W' ? unit < place.rows && input < place.columns : unit < place.columns
  return isThere ? place.index + i : undefined
}

/** Where a parameter lies among these places of the flat vector. */
export function offsetOf(
  places: readonly ParameterPlace[],
  { parameter, layer, unit, input }: Weight,
): number | undefined {
  const place = places.find((one) => one.kind === parameter && one.layer === layer)
  if (!place) return undefined
  return place.offset + (parameter === 'W' ? unit * place.columns + input : unit)
}

const letters = { W: 'w', b: 'b', gamma: 'γ', beta: 'β' }

/** `w 3,5 of layer 2`, `b 4 of layer 1`; all count from 1, as on paper. */
export const weightName = ({ parameter, layer, unit, input }: Weight): string =>
  `${letters[parameter]} ${unit + 1}${parameter === 'W' ? `,${input + 1}` : ''} of layer ${layer + 1}`

/** What it joins: "from neuron 5 of layer 1 to neuron 3". */
export function weightWords({ parameter, layer, unit, input }: Weight, inputs: readonly string[]): string {
  if (parameter === 'b') return `bias of neuron ${unit + 1} in layer ${layer + 1}`
  if (parameter !== 'W') return `of neuron ${unit + 1} in layer ${layer + 1}, behind batch norm`
  const from = layer === 0 ? (inputs[input] ?? `input ${input + 1}`) : `neuron ${input + 1}`
  return `from ${from} to neuron ${unit + 1} of layer ${layer + 1}`
}
