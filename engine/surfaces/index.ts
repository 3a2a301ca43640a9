import type { Surface } from '../surface.ts'
import { ackley } from './ackley.ts'
import { beale } from './beale.ts'
import { booth } from './booth.ts'
import { cliff } from './cliff.ts'
import { doubleWell } from './doubleWell.ts'
import { goldsteinPrice } from './goldsteinPrice.ts'
import { himmelblau } from './himmelblau.ts'
import { l1Ravine } from './l1Ravine.ts'
import { mccormick } from './mccormick.ts'
import { monkeySaddle } from './monkeySaddle.ts'
import { rastrigin } from './rastrigin.ts'

import { ravine } from './ravine.ts'
import { rosenbrock } from './rosenbrock.ts'
import { saddle } from './saddle.ts'
import { sixHumpCamel } from './sixHumpCamel.ts'
import { styblinskiTang } from './styblinskiTang.ts'
import { twoWeight } from './twoWeight.ts'
import { well } from './well.ts'

const list: readonly Surface[] = [
  ravine,
  rosenbrock,
  beale,
  himmelblau,
  doubleWell,
  saddle,
  monkeySaddle,
  well,
  cliff,
  twoWeight,
  sixHumpCamel,
  styblinskiTang,
  mccormick,
  booth,
  goldsteinPrice,
  ackley,
  rastrigin,
  l1Ravine,
]

/** Every surface by its id, in the order in which they are offered. Importing `formula/surface.ts` adds a formula of one's own. */
export const surfaces: Record<string, Surface> = Object.fromEntries(list.map((one) => [one.id, one]))
