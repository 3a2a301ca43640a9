import type { Optimizer } from '../optimizer.ts'
import { adadelta } from './adadelta.ts'
import { adagrad } from './adagrad.ts'
import { adam } from './adam.ts'
import { adamax } from './adamax.ts'
import { adamw } from './adamw.ts'
import { lion } from './lion.ts'
import { momentum } from './momentum.ts'
import { nadam } from './nadam.ts'
import { nesterov } from './nesterov.ts'
import { power } from './power.ts'
import { radam } from './radam.ts'
import { rmsprop } from './rmsprop.ts'
import { rprop } from './rprop.ts'
import { sgd } from './sgd.ts'
import { sign } from './sign.ts'

const list: readonly Optimizer[] = [
  sgd,
  momentum,
  nesterov,
  adagrad,
  adadelta,
  rmsprop,
  adam,
  rprop,
  sign,
  adamw,
  nadam,
  radam,
  adamax,
  lion,
  power,
]

/** Every optimizer by its id, in the order in which they are offered. */
export const optimizers: Readonly<Record<string, Optimizer>> = Object.fromEntries(
  list.map((one) => [one.id, one]),
)
