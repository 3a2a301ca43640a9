import { surfaceOf } from '../../../engine/experiment/kinds.ts'
import { hessianAt, isQuadratic, nearestMinimum } from '../stability.ts'
import { eta, type Note, type Rule, short } from './note.ts'

/** Where the noise keeps plain descent from settling: Σ ησ²/(2(2 − ηλᵢ)). */
export const noiseFloor: Rule = ({ experiment, posed, racers }) => {
  const { noise, start } = surfaceOf(experiment)
  if (noise === 0) return undefined
  const shared: Note = [
    'Every run gets the same noise at every step, so what differs is the rule, not the luck.',
  ]
  const sgd = racers.find(({ run }) => run.optimizer === 'sgd')
  const minimum = nearestMinimum(posed, start)
  if (!sgd || !minimum || !isQuadratic(posed) || sgd.run.schedule.kind !== 'constant') return shared
  const rate = sgd.run.hyperparameters.learningRate as number
  const [a, b, c] = hessianAt(posed, ...minimum)
  const half = Math.sqrt(((a - c) / 2) ** 2 + b * b)
  const lambdas = [(a + c) / 2 + half, (a + c) / 2 - half]
  if (sgd.run.weightDecay > 0 || sgd.run.clipping.kind !== 'none' || lambdas.some((l) => rate * l >= 2))
    return shared
  const height = lambdas.reduce((sum, l) => sum + (rate * noise * noise) / (2 * (2 - rate * l)), 0)
  return [
    sgd.name,
    ' cannot settle: the noise keeps its mean loss near ',
    `${short(posed.floor + height)}, a floor set by `,
    eta,
    '. A rate that falls, 1/k say, goes below it. All runs get the same noise.',
  ]
}
