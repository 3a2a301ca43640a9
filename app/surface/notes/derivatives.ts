import type { Experiment } from '../../../engine/experiment/experiment.ts'
import { surfaceOf } from '../../../engine/experiment/kinds.ts'
import { agreementOf } from '../../../engine/formula/agreement.ts'
import { surfaces } from '../../../engine/surfaces/index.ts'
import { type Rule, short } from './note.ts'

/** Finite differences are seldom worse, relative to the greatest slope on the map. */
const CLOSE = 1e-6

function agreement(experiment: Experiment) {
  const { surface, parameters } = surfaceOf(experiment)
  if (surface !== 'formula') return undefined
  const found = agreementOf(surfaces[surface], parameters)
  return { ...found, isClose: Math.max(found.gradient, found.hessian) < CLOSE }
}
const rounded = (value: number) => short(Number(value.toPrecision(1)))

/** The derivatives of a formula are another's than finite differences: it jumps there, or has a pole. */
export const disputed: Rule = ({ experiment }) => {
  const found = agreement(experiment)
  if (!found || found.isClose) return undefined
  const [x, y] = found.worst
  return [
    `Near (${short(x)}, ${short(y)}) the slope of your formula is not what finite differences make of it: it jumps there, or bends too sharply for either.`,
  ]
}

/** The derivatives of a formula of one's own are looked at before they are believed. */
export const checked: Rule = ({ experiment }) => {
  const found = agreement(experiment)
  if (!found?.isClose || found.points === 0) return undefined
  const { points, gradient, hessian } = found
  return [
    `Your formula’s slopes, by forward differentiation, agree with finite differences at ${points} points of the map to ${rounded(gradient)} of the greatest, its curvatures to ${rounded(hessian)}.`,
  ]
}
