import networks from '../../engine/golden/agreement/networks.json'
import { augmentations } from '../../engine/datasets/index.ts'
import { batchNormFields, dropoutFields, networkFields } from '../../engine/experiment/networkFields.ts'
import { activations, divergences, initializers, penaltyParameters } from '../../engine/network/index.ts'
import { clippings } from '../../engine/training/clipping.ts'
import { schedules } from '../../engine/training/schedules.ts'
import { difference, type Entry, type Group, settingsOf } from './entry.ts'

const CIRCLES = 'v=1&data=circles&opt=sgd,momentum,rmsprop,adam&lr=.5,.1,.01,.02'
const trained = `Checked in every build on ${networks.networks} small networks trained by PyTorch: the largest relative difference of a weight at the end is ${difference(networks.largest)}.`

/** What the names of a registry stand for, a line each. */
const members = (registry: Readonly<Record<string, { name: string; formula?: string; summary?: string }>>) =>
  Object.values(registry).map(({ name, formula, summary }) => ({
    what: name,
    says: formula ? `$${formula}$` : (summary ?? ''),
  }))
const sourcesOf = (registry: Readonly<Record<string, { sources: readonly string[] }>>) => [
  ...new Set(Object.values(registry).flatMap(({ sources }) => sources)),
]

const entries: readonly Entry[] = [
  {
    id: 'batchNorm',
    title: 'Batch norm',
    summary:
      'Each unit’s pre-activations are shifted and scaled to mean 0 and variance 1 over the minibatch, then by two learned numbers.',
    formulas: [
      '\\mu_B=\\tfrac1B\\textstyle\\sum_i z_i,\\qquad \\sigma_B^2=\\tfrac1B\\textstyle\\sum_i(z_i-\\mu_B)^2',
      'u_i=\\frac{z_i-\\mu_B}{\\sqrt{\\sigma_B^2+\\epsilon}},\\qquad \\hat z_i=\\gamma u_i+\\beta',
      '\\frac{\\partial D}{\\partial z_i}=\\frac{\\partial D}{\\partial u_i}\\frac1{\\sqrt{\\sigma_B^2+\\epsilon}}+\\frac{\\partial D}{\\partial\\sigma_B^2}\\frac{2(z_i-\\mu_B)}B+\\frac{\\partial D}{\\partial\\mu_B}\\frac1B',
    ],
    settings: [{ parameters: batchNormFields, after: 'bn=' }],
    facts: [
      {
        what: 'At test time',
        says: 'running averages as frameworks keep them; the lecture’s average of $\\mu_B$ over all training minibatches, and of $\\sigma_B^2$ times $B/(B-1)$; or the statistics of the batch itself',
      },
      { what: 'The bias before it', says: 'is subtracted again with the mean: it gets no gradient' },
    ],
    sources: ['Ioffe & Szegedy, ICML 2015'],
    checked: trained,
    link: `${CIRCLES}&bn=1`,
  },
  {
    id: 'dropout',
    title: 'Dropout',
    summary:
      'In training each input or hidden unit of each example is kept with probability α; at test time all are.',
    formulas: [
      'a=m\\odot y,\\qquad m_i\\sim\\mathrm{Bernoulli}(\\alpha)',
      'W_{test}=\\alpha W\\quad\\text{or}\\quad a=\\alpha^{-1}\\,m\\odot y\\ \\text{in training}',
    ],
    settings: [{ parameters: dropoutFields, after: 'keep=' }],
    facts: [
      {
        what: 'Against PyTorch',
        says: 'α is the probability to keep; PyTorch’s p is the probability to drop. PyTorch has the inverse form.',
      },
    ],
    sources: ['Srivastava, Hinton, Krizhevsky, Sutskever & Salakhutdinov, JMLR 2014'],
    checked: trained,
    link: `${CIRCLES}&keep=1,.8`,
  },
  {
    id: 'penalties',
    title: 'L2 and L1',
    summary: 'A price on weights that is part of the objective; biases, γ and β are free.',
    formulas: ['\\mathrm{objective}=\\mathrm{loss}+\\tfrac12\\lambda\\|W\\|^2+\\lambda_1\\textstyle\\sum|W|'],
    settings: [{ parameters: penaltyParameters }],
    facts: [
      {
        what: 'Weight decay',
        says: 'Coupled, it adds $\\lambda w$ to the gradient, as L2 does, but on all parameters. Decoupled (AdamW, Lion) it shrinks $w$ beside the step and is no part of the objective.',
      },
    ],
    sources: ['Krogh & Hertz, NIPS 1991', 'Loshchilov & Hutter, ICLR 2019: decoupled weight decay'],
    checked: trained,
    link: `${CIRCLES}&l2=.001`,
  },
  {
    id: 'divergences',
    title: 'Divergences',
    summary: 'How far an output is from its target, for one example; the loss is its mean over the batch.',
    formulas: [],
    settings: [{ parameters: { divergence: networkFields.divergence } }],
    facts: [
      ...members(divergences),
      {
        what: 'At the output',
        says: 'of KL the derivative by the pre-activation is $y-d$: the slope of the output has cancelled. Of L2 it is $J^\\top(y-d)$, which vanishes where the output is saturated.',
      },
    ],
    sources: sourcesOf(divergences),
    checked: trained,
    link: `${CIRCLES}&loss=l2`,
  },
  {
    id: 'clipping',
    title: 'Gradient clipping',
    summary:
      'Shortens a gradient that is too long, over all parameters together, before weight decay is added.',
    formulas: [],
    settings: settingsOf(clippings, 'sgd.clip'),
    facts: members(clippings),
    sources: ['Pascanu, Mikolov & Bengio, ICML 2013'],
    checked: trained,
    link: 'v=1&f=cliff&start=6,-2.5&opt=sgd,sgd&lr=.5,.5&sgd-2.clip=norm,.5&steps=150',
  },
  {
    id: 'schedules',
    title: 'Learning-rate schedules',
    summary: 'The rate of an update from the base rate η and the number t of updates made so far.',
    formulas: [],
    settings: settingsOf(schedules, 'sgd.schedule'),
    facts: members(schedules),
    sources: ['Robbins & Monro 1951', 'Loshchilov & Hutter, ICLR 2017: cosine'],
    link: 'v=1&f=ravine&kappa=1&noise=1&opt=sgd,sgd&lr=.3,.3&sgd-2.schedule=inverse,100&steps=1000&speed=10',
  },
  {
    id: 'augmentations',
    title: 'Data augmentation',
    summary:
      'A random change to an example that leaves its class as it is, another one each time it is seen.',
    formulas: [],
    settings: settingsOf(augmentations, 'aug'),
    facts: members(augmentations),
    sources: ['Simard, Steinkraus & Platt, ICDAR 2003'],
    link: `${CIRCLES}&aug=jitter,.1`,
  },
  {
    id: 'stopping',
    title: 'Early stopping',
    summary:
      'Training ends when the validation loss has not improved for a number of evaluations, and the best weights are put back. An evaluation is every step; every few where there are more than 400 steps, or much data for a large network.',
    formulas: [],
    settings: [{ parameters: { patience: networkFields.patience } }],
    facts: [],
    sources: ['Prechelt, Early Stopping: But When?, 1998'],
    link: `${CIRCLES}&stop=40`,
  },
  {
    id: 'activations',
    title: 'Activations',
    summary: 'What a unit puts out for its pre-activation z.',
    formulas: [],
    settings: [{ parameters: { activation: networkFields.activation } }],
    facts: members(activations),
    sources: sourcesOf(activations),
    checked: trained,
    link: `${CIRCLES}&act=relu`,
  },
  {
    id: 'initializers',
    title: 'First weights',
    summary: 'How the weights of a layer begin. Biases and β begin at 0, γ at 1.',
    formulas: [],
    settings: settingsOf(initializers, 'init'),
    facts: members(initializers),
    sources: sourcesOf(initializers),
    link: `${CIRCLES}&init=he&act=relu`,
  },
]

export const trickPages: Group = {
  id: 'tricks',
  title: 'Tricks',
  says: 'What is added to a rule and a network so that it trains faster, or predicts better what it has not seen.',
  entries,
}
