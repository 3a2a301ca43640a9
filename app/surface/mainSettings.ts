import type { NumberParameter } from '../../engine/parameters.ts'
import { optimizers } from '../../engine/optimizers/index.ts'

/** Places in the roster's column "memory". */
const PLACES = 2

const numbersOf = (optimizer: string): [name: string, spec: NumberParameter][] =>
  Object.entries(optimizers[optimizer].parameters).flatMap(([name, spec]) =>
    spec.kind === 'number' && name !== 'learningRate' ? [[name, spec] as [string, NumberParameter]] : [],
  )

/**
 * The hyperparameters that make a rule what it is and stand in the roster: the first even-scaled numbers that are in
 * use by default, β of Momentum, δ and γ of Adam. The others are in the run's menu.
 */
export const mainSettings = (optimizer: string): [name: string, spec: NumberParameter][] =>
  numbersOf(optimizer)
    .filter(([, spec]) => spec.scale === 'linear' && spec.default !== 0)
    .slice(0, PLACES)
