import { useLab, useLabState } from '../lab/context.tsx'
import type { Lab, LabState } from '../lab/lab.ts'
import type { Pointed } from './pointed.ts'

/**
 * What the Network view may be asked to show, by its name in a link:
 *
 * - `weight`: the parameter whose anatomy is open, by index; `neuron`: the hidden unit whose output stands in place of
 *   the decision, `0-3`;
 * - `heat`: the quantity of the weights row; `map`: `classes` for a map without shades; `masks`: `share` for how often
 *   each unit of the batch is dropped, instead of those of its first example;
 * - `series`: what is followed over the steps; `crowd`: how many random subnetworks are averaged;
 * - `layer`: the hidden layer of the batch norm row, from 1; `influence`: the neuron of it whose influence diagram is open,
 *   from 1; `inference`: `open` where kinds of statistics are compared.
 */
export type Look =
  'weight' | 'neuron' | 'heat' | 'map' | 'masks' | 'series' | 'crowd' | 'layer' | 'influence' | 'inference'

/** Shows it, or puts it away. It only redraws. */
export function chooseLook(lab: Lab, name: Look, value: string | undefined): void {
  const { [name]: _, ...others } = lab.getState().show
  lab.setView({ show: value === undefined ? others : { ...others, [name]: value } })
}

/** A look and how to choose another. */
export function useLook(name: Look): [string | undefined, (value: string | undefined) => void] {
  const lab = useLab()
  return [useLabState(({ show }) => show[name]), (value) => chooseLook(lab, name, value)]
}

/** The hidden unit whose map is shown, both from 0. */
export function neuronShown({ show }: Pick<LabState, 'show'>): { layer: number; unit: number } | undefined {
  const [, layer, unit] = /^(\d)-(\d+)$/.exec(show.neuron ?? '') ?? []
  return layer === undefined ? undefined : { layer: Number(layer), unit: Number(unit) }
}

/** The unit whose map is drawn: while one is pointed at, that one. */
export const unitShown = (
  state: Pick<LabState, 'show'>,
  pointed: Pointed | undefined,
): { layer: number; unit: number } | undefined => (pointed?.kind === 'unit' ? pointed : neuronShown(state))

/** A place that counts from 1 in a link and from 0 here; undefined where there is none. */
export const placeShown = ({ show }: Pick<LabState, 'show'>, name: Look): number | undefined =>
  /^[1-9]\d{0,2}$/.test(show[name] ?? '') ? Number(show[name]) - 1 : undefined

/** The index of the parameter whose anatomy is open. */
export const weightShown = ({ show }: Pick<LabState, 'show'>): number | undefined =>
  /^\d+$/.test(show.weight ?? '') ? Number(show.weight) : undefined
