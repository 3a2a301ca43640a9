import { number, type Parameters, type Values } from '../parameters.ts'
import { type Random, stream } from '../random.ts'
import { type Network, parameterOf } from './network.ts'

/** How the weights of a layer begin; its biases and β begin at 0, its γ at 1. */
export interface Initializer<P extends Parameters = Parameters> {
  id: string
  name: string
  /** TeX. */
  formula: string
  sources: readonly string[]
  parameters: P
  weight: (random: Random, inputs: number, outputs: number, parameters: Values<P>) => number
}
const defineInitializer = <const P extends Parameters>(initializer: Initializer<P>): Initializer =>
  initializer as unknown as Initializer

const list: readonly Initializer[] = [
  defineInitializer({
    id: 'xavier',
    name: 'Xavier',
    formula: 'U(-r,r),\\ r=\\sqrt{6/(n_{in}+n_{out})}',
    sources: ['Glorot & Bengio, AISTATS 2010'],
    parameters: {},
    weight: (random, inputs, outputs) => (2 * random.uniform() - 1) * Math.sqrt(6 / (inputs + outputs)),
  }),
  defineInitializer({
    id: 'he',
    name: 'He',
    formula: 'N(0,\\,2/n_{in})',
    sources: ['He, Zhang, Ren & Sun, ICCV 2015'],
    parameters: {},
    weight: (random, inputs) => random.normal() * Math.sqrt(2 / inputs),
  }),
  defineInitializer({
    id: 'normal',
    name: 'normal',
    formula: 'N(0,\\,s^2)',
    sources: [],
    parameters: { scale: number('s', 'standard deviation', 0.1, [0, 100], { scale: 'log' }) },
    weight: (random, _inputs, _outputs, { scale }) => random.normal() * scale,
  }),
  defineInitializer({
    id: 'scaled',
    name: 'normal by inputs',
    formula: 'N(0,\\,s^2/n_{in})',
    sources: ['Poole, Lahiri, Raghu, Sohl-Dickstein & Ganguli, NeurIPS 2016'],
    parameters: { scale: number('s', 'spread', 1, [0, 100], { scale: 'log' }) },
    weight: (random, inputs, _outputs, { scale }) => (random.normal() * scale) / Math.sqrt(inputs),
  }),
  defineInitializer({
    id: 'zero',
    name: 'zero',
    formula: '0',
    sources: [],
    parameters: {},
    weight: () => 0,
  }),
]

/** Every initializer by its id. */
export const initializers: Readonly<Record<string, Initializer>> = Object.fromEntries(
  list.map((one) => [one.id, one]),
)

/**
 * Draws all weights, a stream for each layer, so that changing one layer leaves the others' weights as they are;
 * `given` holds parameters by name whose values are set instead.
 */
export function initialize(
  network: Network,
  { weight }: Initializer,
  seed: number,
  values: Values = {},
  given: Readonly<Record<string, ArrayLike<number>>> = {},
): void {
  for (const { kind, layer, rows, columns, values: place } of network.parameters) {
    const random = stream(seed, 'init', layer)
    if (kind === 'W') for (let i = 0; i < place.length; i++) place[i] = weight(random, columns, rows, values)
    else place.fill(kind === 'gamma' ? 1 : 0)
  }
  for (const [name, explicit] of Object.entries(given)) parameterOf(network, name).values.set(explicit)
}
