/** The tricks that may be switched while the runs train, in the order of the bar. */
import type { Dataset } from '../../engine/dataset.ts'
import { augmentations } from '../../engine/datasets/index.ts'
import type { Choice, NetworkProblem } from '../../engine/experiment/experiment.ts'
import { batchNormFields, dropoutFields, networkFields } from '../../engine/experiment/networkFields.ts'
import { keepParameter, penaltyParameters } from '../../engine/network/index.ts'
import { clippings } from '../../engine/training/clipping.ts'
import type { Kinds } from '../surface/runFields.ts'
import { amount, define, isChosen, kindOf, mainOf, none, shown, type Switch } from './switch.ts'

/** What can be done to examples of these data. */
export const augmentationsFor = (dataset: Dataset): Kinds =>
  Object.fromEntries(
    Object.entries(augmentations).filter(([id, { suits }]) => id !== none.kind && suits(dataset)),
  )

const { on: _on, ...batchNormDetails } = batchNormFields
const { hidden: _hidden, ...dropoutDetails } = dropoutFields

export const switches: readonly Switch[] = [
  define<NetworkProblem['batchNorm']>({
    flag: 'BatchNorm',
    name: 'BatchNorm',
    key: 'b',
    path: 'problem.batchNorm',
    isOn: ({ on }) => on,
    on: (value) => ({ ...value, on: true }),
    off: (value) => ({ ...value, on: false }),
    more: batchNormDetails,
    does: () => 'γ = 1 and β = 0 at first; biases before it get no gradient from now on',
    undoes: 'γ and β are gone, and the weights, which had grown used to them, stay',
    measure: 'loss',
  }),
  define<NetworkProblem['dropout']>({
    flag: 'Dropout',
    name: 'Dropout',
    key: 'd',
    path: 'problem.dropout',
    isOn: ({ inputs, hidden }) => inputs < 1 || hidden < 1,
    on: (value) => ({ ...value, hidden: 0.8 }),
    off: (value) => ({ ...value, inputs: 1, hidden: 1 }),
    main: () => ({
      spec: { ...keepParameter, label: 'probability to keep a hidden unit' },
      step: 0.05,
      words: 'keep',
      letter: 'α',
      get: ({ hidden }) => hidden,
      set: (value, hidden) => ({ ...value, hidden: hidden as number }),
    }),
    more: dropoutDetails,
    does: ({ hidden, inputs, form }) =>
      `each example keeps a hidden unit with probability ${hidden}${inputs < 1 ? ` and an input with ${inputs}` : ''}; ` +
      (form === 'lecture' ? 'at test time all are there, times that' : 'those kept are divided by it'),
    undoes: 'all units are there again in training too',
    measure: 'loss',
  }),
  define<number>({
    flag: 'L2',
    name: 'L2',
    key: 'l',
    path: 'problem.l2',
    ...amount(penaltyParameters.l2, 0.001, { letter: 'λ' }),
    does: (value) =>
      `every weight is drawn to 0 in proportion to itself, by ${shown(value)} w in the gradient`,
    undoes: 'no weight is drawn to 0 any more',
    measure: 'weights',
  }),
  define<number>({
    flag: 'L1',
    name: 'L1',
    path: 'problem.l1',
    ...amount(penaltyParameters.l1, 0.001, { letter: 'λ' }),
    does: (value) =>
      `every weight is drawn to 0 equally, by ${shown(value)} in the gradient, the small ones all the way`,
    undoes: 'no weight is drawn to 0 any more',
    measure: 'weights',
  }),
  define<Choice>({
    flag: 'Clip',
    name: 'Clip',
    key: 'c',
    path: 'clipping',
    isOn: isChosen,
    on: () => kindOf(clippings, 'norm'),
    off: () => none,
    main: mainOf(clippings),
    kinds: {
      registry: () => Object.fromEntries(Object.entries(clippings).filter(([id]) => id !== none.kind)),
      shown: { norm: '‖g‖ ≤', value: '|gᵢ| ≤' },
    },
    does: ({ kind, max }) =>
      kind === 'norm'
        ? `a gradient longer than ${shown(max)} is shortened to that and keeps its direction`
        : `components beyond ±${shown(max)} are cut off there, which turns the gradient`,
    undoes: 'gradients are as long as they are',
    measure: 'clipped',
  }),
  define<Choice>({
    flag: 'Augment',
    name: 'Augment,',
    key: 'a',
    path: 'problem.augmentation',
    isOn: isChosen,
    on: (_, dataset) => {
      const [first] = Object.keys(augmentationsFor(dataset))
      return first === undefined
        ? none
        : kindOf(augmentations, first, first === 'jitter' ? { spread: 0.1 } : {})
    },
    off: () => none,
    main: mainOf(augmentations),
    kinds: { registry: augmentationsFor },
    does: ({ kind }) =>
      augmentations[kind].summary.replace(/\.$/, '').replace(/^./, (first) => first.toLowerCase()),
    undoes: 'each example is the same each time it is seen',
    measure: 'loss',
  }),
  define<number>({
    flag: 'Early stopping',
    name: 'Early stopping,',
    key: 's',
    path: 'problem.patience',
    ...amount({ ...networkFields.patience, min: 1 }, 60, { words: 'patience' }),
    does: (value) =>
      `a run ends after ${value} evaluations without a better validation loss, with the weights of the best`,
    undoes: 'every run goes on to the last step',
    measure: 'end',
  }),
]

export const switchOf = (path: string): Switch | undefined => switches.find((one) => one.path === path)
