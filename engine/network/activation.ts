import {
  eluBackward,
  eluCurvature,
  eluForward,
  geluBackward,
  geluCurvature,
  geluForward,
  leakyReluBackward,
  leakyReluForward,
  linearBackward,
  linearForward,
  reluBackward,
  reluForward,
  sigmoidBackward,
  sigmoidCurvature,
  sigmoidForward,
  softmaxBackward,
  softmaxForward,
  straightCurvature,
  tanhBackward,
  tanhCurvature,
  tanhForward,
} from './kernels/activations.ts'

/** A loop over rows × units numbers at offsets: pre-activations, outputs, derivatives. */
type Loop = (z: number, y: number, d: number, rows: number, units: number) => void

/** y = f(ẑ), unit by unit; softmax row by row. */
export interface Activation {
  id: string
  name: string
  /** TeX. */
  formula: string
  sources: readonly string[]
  /** y = f(ẑ) */
  forward: (z: number, y: number, rows: number, units: number) => void
  /** d, a derivative with respect to y, becomes that with respect to ẑ: d ← d · ∂y/∂ẑ. */
  backward: Loop
  /** d ← d · f''(ẑ), for products with the Hessian; an activation of whole rows has none. */
  curvature?: Loop
}

const list: readonly Activation[] = [
  {
    id: 'tanh',
    name: 'tanh',
    formula: '\\tanh z',
    sources: ['LeCun, Bottou, Orr & Müller, Efficient BackProp, 1998'],
    forward: tanhForward,
    backward: tanhBackward,
    curvature: tanhCurvature,
  },
  {
    id: 'sigmoid',
    name: 'sigmoid',
    formula: '1/(1+e^{-z})',
    sources: ['Rumelhart, Hinton & Williams, Nature 1986'],
    forward: sigmoidForward,
    backward: sigmoidBackward,
    curvature: sigmoidCurvature,
  },
  {
    id: 'relu',
    name: 'ReLU',
    formula: '\\max(0,z)',
    sources: ['Nair & Hinton, ICML 2010'],
    forward: reluForward,
    backward: reluBackward,
    curvature: straightCurvature,
  },
  {
    id: 'leakyRelu',
    name: 'leaky ReLU',
    formula: '\\max(0.01z,z)',
    sources: ['Maas, Hannun & Ng, ICML 2013'],
    forward: leakyReluForward,
    backward: leakyReluBackward,
    curvature: straightCurvature,
  },
  {
    id: 'elu',
    name: 'ELU',
    formula: 'z>0:\\ z,\\quad z\\le0:\\ e^z-1',
    sources: ['Clevert, Unterthiner & Hochreiter, ICLR 2016'],
    forward: eluForward,
    backward: eluBackward,
    curvature: eluCurvature,
  },
  {
    id: 'gelu',
    name: 'GELU',
    formula: 'z\\,\\Phi(z)',
    sources: ['Hendrycks & Gimpel, arXiv:1606.08415'],
    forward: geluForward,
    backward: geluBackward,
    curvature: geluCurvature,
  },
  {
    id: 'linear',
    name: 'linear',
    formula: 'z',
    sources: [],
    forward: linearForward,
    backward: linearBackward,
    curvature: straightCurvature,
  },
  {
    id: 'softmax',
    name: 'softmax',
    formula: 'e^{z_i}/\\textstyle\\sum_j e^{z_j}',
    sources: ['Bridle, NATO ASI 1990'],
    forward: softmaxForward,
    backward: softmaxBackward,
  },
]

/** Every activation by its id, in the order in which they are offered. */
export const activations: Readonly<Record<string, Activation>> = Object.fromEntries(
  list.map((one) => [one.id, one]),
)
