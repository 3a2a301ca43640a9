import { number, type Parameters, type Values } from '../parameters.ts'

/** A clipping rule: shortens the gradient in place, over all parameters together, before weight decay is added. */
export interface Clipping<P extends Parameters = Parameters> {
  id: string
  name: string
  formula: string
  parameters: P
  apply: (gradient: Float64Array, parameters: Values<P>) => void
}
const defineClipping = <const P extends Parameters>(clipping: Clipping<P>): Clipping =>
  clipping as unknown as Clipping

const none = defineClipping({ id: 'none', name: 'no clipping', formula: 'g', parameters: {}, apply() {} })

/** ‖g‖, also where the squares overflow: clipping is there for gradients that explode. */
export function lengthOf(gradient: Float64Array): number {
  let squares = 0
  for (let i = 0; i < gradient.length; i++) squares += gradient[i] * gradient[i]
  if (squares < Infinity) return Math.sqrt(squares)
  let largest = 0
  for (let i = 0; i < gradient.length; i++) largest = Math.max(largest, Math.abs(gradient[i]))
  squares = 0
  for (let i = 0; i < gradient.length; i++) squares += (gradient[i] / largest) * (gradient[i] / largest)
  return largest * Math.sqrt(squares)
}

/** g ← g · min(1, max / (‖g‖ + ε)): keeps the direction. */
const norm = defineClipping({
  id: 'norm',
  name: 'by norm',
  formula: 'g\\,\\min(1,\\,c/\\|g\\|)',
  parameters: {
    max: number('c', 'largest norm', 1, [1e-9, 1e9], { scale: 'log' }),
    epsilon: number('\\epsilon', 'added to the norm, as PyTorch does', 1e-6, [0, 1], { scale: 'log' }),
  },
  apply(gradient, { max, epsilon }) {
    const factor = max / (lengthOf(gradient) + epsilon)
    if (factor < 1) for (let i = 0; i < gradient.length; i++) gradient[i] *= factor
  },
})

/** Each component to [−max, max]: bends the direction towards the diagonal. */
const value = defineClipping({
  id: 'value',
  name: 'by value',
  formula: '\\max(-c,\\,\\min(c,\\,g_i))',
  parameters: { max: number('c', 'largest component', 1, [1e-9, 1e9], { scale: 'log' }) },
  apply(gradient, { max }) {
    for (let i = 0; i < gradient.length; i++) gradient[i] = Math.max(-max, Math.min(max, gradient[i]))
  },
})

const list: readonly Clipping[] = [none, norm, value]
export const clippings: Readonly<Record<string, Clipping>> = Object.fromEntries(
  list.map((one) => [one.id, one]),
)
