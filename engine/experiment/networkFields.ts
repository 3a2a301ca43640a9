import {
  activations,
  batchNormParameters,
  bounds,
  dropoutParameters,
  keepParameter,
  penaltyParameters,
} from '../network/index.ts'
import { choice, number, type Parameters, text, toggle } from '../parameters.ts'
import { fields } from './fields.ts'

/** Softmax works on whole rows and is an output only. */
const unitwise = Object.values(activations).filter(({ curvature }) => curvature !== undefined)

/**
 * The values of a network problem that belong to no registry, as parameters. The opening set has 400 points: with a
 * quarter held out for validation and a quarter for the test, it is trained on 200.
 */
export const networkFields = {
  steps: { ...fields.steps, default: 400 },
  units: number('n', 'units of a layer', 16, bounds.units, { scale: 'integer' }),
  activation: choice(
    'activation',
    'tanh',
    Object.fromEntries(unitwise.map(({ id, name }): [string, string] => [id, name])),
    'act',
  ),
  labelNoise: number('\\rho', 'share of wrong training labels', 0, [0, 0.5], { key: 'labelnoise' }),
  validation: number('v', 'share held out for validation', 0.25, [0, 0.9], { key: 'val' }),
  test: number('t', 'share held out for the test', 0.25, [0, 0.9], { key: 'test' }),
  batch: number('B', 'rows a minibatch, 0 for all', 20, [0, 5000], { scale: 'integer', key: 'batch' }),
  order: choice(
    'order of the rows',
    'shuffled',
    { shuffled: 'shuffled anew in each epoch', sequential: 'as they come', sorted: 'class by class' },
    'order',
  ),
  weight: number('w', 'weight', 0, [-1e6, 1e6]),
  frozen: toggle('frozen', false),
  divergence: choice('divergence', 'kl', { kl: 'KL', l2: 'L2' }, 'loss'),
  l2: penaltyParameters.l2,
  l1: penaltyParameters.l1,
  patience: number('', 'evaluations without a better validation loss; 0 never stops', 0, [0, 1000], {
    scale: 'integer',
    key: 'stop',
  }),
} satisfies Parameters

/** Most used first: a link leaves out what comes after the last that is not at its default. */
export const batchNormFields = {
  on: toggle('batch norm', false),
  inference: choice('statistics at test time', 'running', {
    running: 'running averages',
    population: 'averages over all training minibatches (the lecture)',
    batch: 'those of the batch itself',
  }),
  stopGradient: batchNormParameters.stopGradient,
  momentum: batchNormParameters.momentum,
  epsilon: batchNormParameters.epsilon,
  layers: text('hidden layers that have it, as in 13, or all', 'all', (value) => {
    const isList = /^[1-6]+$/.test(value) && new Set(value).size === value.length
    if (value === 'all' || isList) return undefined
    const found = value === '' ? 'nothing' : `"${value}"`
    return {
      at: 0,
      length: value.length,
      found,
      expected: 'all, or the numbers of layers, each once, as in 13',
    }
  }),
}

/** Whether batch norm, where it is on, is in hidden layer `layer`, from 0. */
export const isNormed = ({ layers }: { layers: string }, layer: number): boolean =>
  layers === 'all' || layers.includes(String(layer + 1))

export const dropoutFields = {
  inputs: { ...keepParameter, label: 'probability to keep an input' },
  hidden: { ...keepParameter, label: 'probability to keep a hidden unit' },
  form: dropoutParameters.form,
}

/** Hidden layers at most, and those of the opening. */
export const layersLimit = bounds.hiddenLayers[1]
export const openingLayers: readonly number[] = [16, 16]
