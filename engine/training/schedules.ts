import { number, type Parameters, type Values } from '../parameters.ts'

/** A learning-rate schedule: the rate of an update from the base rate η and t = k − 1, the updates made so far. */
export interface Schedule<P extends Parameters = Parameters> {
  id: string
  name: string
  formula: string
  parameters: P
  rate: (base: number, t: number, parameters: Values<P>) => number
}
const defineSchedule = <const P extends Parameters>(schedule: Schedule<P>): Schedule =>
  schedule as unknown as Schedule

const constant = defineSchedule({
  id: 'constant',
  name: 'constant',
  formula: '\\eta',
  parameters: {},
  rate: (base) => base,
})

/** η · factor^⌊t/size⌋ */
const step = defineSchedule({
  id: 'step',
  name: 'steps',
  formula: '\\eta\\,\\gamma^{\\lfloor t/s\\rfloor}',
  parameters: {
    size: number('s', 'updates a step', 40, [1, 20000], { scale: 'integer' }),
    factor: number('\\gamma', 'factor at each step', 0.5, [0, 1]),
  },
  rate: (base, t, { size, factor }) => {
    let rate = base
    for (let n = Math.floor(t / size); n > 0; n--) rate *= factor
    return rate
  },
})

const list: readonly Schedule[] = [constant, step]
export const schedules: Readonly<Record<string, Schedule>> = Object.fromEntries(
  list.map((one) => [one.id, one]),
)
