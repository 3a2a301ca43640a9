import { cos, exp, log, pow, sin, tanh } from '../mathematics.ts'

/**
 * What a formula may do with one or two numbers: the value, and the derivatives that the chain rule needs, [f₁, f₁₁]
 * by the only operand, [f₁, f₂, f₁₁, f₁₂, f₂₂] by both. Where there is none (a corner) it is that of one side, as
 * everywhere in the lab: |a|' is 0 at 0.
 */
export interface Operation {
  operands: 1 | 2
  value: (a: number, b: number) => number
  /** Writes the derivatives at a, b, where the value is `v`. */
  slopes: (a: number, b: number, v: number, out: Float64Array) => void
}

const one = (
  value: (a: number) => number,
  first: (a: number, v: number) => number,
  second: (a: number, v: number) => number,
): Operation => ({
  operands: 1,
  value,
  slopes(a, _, v, out) {
    out[0] = first(a, v)
    out[1] = second(a, v)
  },
})
const two = (value: Operation['value'], slopes: Operation['slopes']): Operation => ({
  operands: 2,
  value,
  slopes,
})
/** Writes [f₁, f₂, f₁₁, f₁₂, f₂₂]. */
function put(out: Float64Array, f1: number, f2: number, f11 = 0, f12 = 0, f22 = 0): void {
  out[0] = f1
  out[1] = f2
  out[2] = f11
  out[3] = f12
  out[4] = f22
}

const sigmoid = (a: number): number => (a < 0 ? exp(a) / (1 + exp(a)) : 1 / (1 + exp(-a)))
const cosh = (a: number): number => (exp(a) + exp(-a)) / 2
/** For small a the difference of the exponentials has lost its digits, but tanh has not. */
const sinh = (a: number): number => (Math.abs(a) < 1 ? tanh(a) * cosh(a) : (exp(a) - exp(-a)) / 2)
const sign = (a: number): number => (a > 0 ? 1 : a < 0 ? -1 : 0)
const LN10 = 2.302585092994046

/** Squares and cubes are products, exact to the last bit but one. */
const power = (a: number, b: number): number => (b === 2 ? a * a : b === 3 ? a * a * a : pow(a, b))
/** c aⁿ, which is 0 for c = 0 whatever aⁿ is. */
const term = (c: number, a: number, n: number): number => (c === 0 ? 0 : c * power(a, n))

const operators = {
  '+': two(
    (a, b) => a + b,
    (_a, _b, _v, out) => put(out, 1, 1),
  ),
  '-': two(
    (a, b) => a - b,
    (_a, _b, _v, out) => put(out, 1, -1),
  ),
  '*': two(
    (a, b) => a * b,
    (a, b, _v, out) => put(out, b, a, 0, 1),
  ),
  '/': two(
    (a, b) => a / b,
    (_a, b, v, out) => put(out, 1 / b, -v / b, 0, -1 / (b * b), (2 * v) / (b * b)),
  ),
  '^': two(power, (a, b, v, out) => {
    const ln = log(a)
    const below = power(a, b - 1)
    put(out, b === 0 ? 0 : b * below, v * ln, term(b * (b - 1), a, b - 2), below * (1 + b * ln), v * ln * ln)
  }),
  negative: one(
    (a) => -a,
    () => -1,
    () => 0,
  ),
} as const satisfies Record<string, Operation>

const ln = one(
  log,
  (a) => 1 / a,
  (a) => -1 / (a * a),
)

/** By the names under which they are called. */
export const functions: Readonly<Record<string, Operation>> = {
  sin: one(sin, cos, (_, v) => -v),
  cos: one(
    cos,
    (a) => -sin(a),
    (_, v) => -v,
  ),
  tan: one(
    (a) => sin(a) / cos(a),
    (_, v) => 1 + v * v,
    (_, v) => 2 * v * (1 + v * v),
  ),
  exp: one(
    exp,
    (_, v) => v,
    (_, v) => v,
  ),
  ln,
  log: ln,
  log10: one(
    (a) => log(a) / LN10,
    (a) => 1 / (a * LN10),
    (a) => -1 / (a * a * LN10),
  ),
  sqrt: one(
    Math.sqrt,
    (_, v) => 0.5 / v,
    (a, v) => -0.25 / (a * v),
  ),
  abs: one(Math.abs, sign, () => 0),
  sign: one(
    sign,
    () => 0,
    () => 0,
  ),
  tanh: one(
    tanh,
    (_, v) => 1 - v * v,
    (_, v) => -2 * v * (1 - v * v),
  ),
  sinh: one(sinh, cosh, (_, v) => v),
  cosh: one(cosh, sinh, (_, v) => v),
  sigmoid: one(
    sigmoid,
    (_, v) => v * (1 - v),
    (_, v) => v * (1 - v) * (1 - 2 * v),
  ),
  relu: one(
    (a) => (a > 0 ? a : 0),
    (a) => (a > 0 ? 1 : 0),
    () => 0,
  ),
  min: two(Math.min, (a, b, _v, out) => put(out, a <= b ? 1 : 0, a <= b ? 0 : 1)),
  max: two(Math.max, (a, b, _v, out) => put(out, a >= b ? 1 : 0, a >= b ? 0 : 1)),
}
export const constants: Readonly<Record<string, number>> = { pi: 3.141592653589793, e: 2.718281828459045 }

export const operations: Readonly<Record<string, Operation>> = { ...operators, ...functions }
export type Operator = keyof typeof operators
