import type { Dataset } from '../../engine/dataset.ts'
import { augmentations } from '../../engine/datasets/index.ts'
import type { Choice, NetworkProblem } from '../../engine/experiment/experiment.ts'
import { batchNormFields, dropoutFields, networkFields } from '../../engine/experiment/networkFields.ts'
import { keepParameter, penaltyParameters } from '../../engine/network/index.ts'
import { defaults, type Parameter, type Parameters, type Value } from '../../engine/parameters.ts'
import { clippings } from '../../engine/training/clipping.ts'
import { plain, setting } from '../drawing/format.ts'
import type { Kinds } from '../surface/runFields.ts'
import type { Measure } from './measures.ts'

/** The value that stands beside a switch. */
export interface Main {
  spec: Parameter
  step?: number
  /** Words and letter before it. */
  words?: string
  letter?: string
  get: (value: never) => Value
  set: (value: never, to: Value) => unknown
}

/** A trick that may be switched while the runs train. Its value is the whole field that a change sets. */
export interface Switch {
  /** What a flag calls it. */
  flag: string
  /** What stands beside the knob. */
  name: string
  key?: string
  path: string
  isOn: (value: never) => boolean
  /** The value with the trick on as it is at first, and with it off. */
  on: (value: never, dataset: Dataset) => unknown
  off: (value: never) => unknown
  main?: (value: never) => Main | undefined
  /** Where there are several of its kind: which there are for these data, and what stands for each in the bar. */
  kinds?: { registry: (dataset: Dataset) => Kinds; shown?: Readonly<Record<string, string>> }
  /** What else can be set, in a panel of its own. */
  more?: Parameters
  /** What it does, once it is on with this value, and once it is off: a sentence without its full stop. */
  does: (value: never) => string
  undoes: string
  /** What its flag measures of a run. */
  measure: Measure
}
interface Typed<V> extends Omit<Switch, 'isOn' | 'on' | 'off' | 'main' | 'does'> {
  isOn: (value: V) => boolean
  on: (value: V, dataset: Dataset) => V
  off: (value: V) => V
  main?: (
    value: V,
  ) => (Omit<Main, 'get' | 'set'> & { get: (value: V) => Value; set: (value: V, to: Value) => V }) | undefined
  does: (value: V) => string
}
const define = <V>(one: Typed<V>): Switch => one as unknown as Switch

/** A number that is 0 where the trick is off. */
const amount = (spec: Parameter, first: number, words: Pick<Main, 'words' | 'letter'>) => ({
  isOn: (value: number) => value > 0,
  on: () => first,
  off: () => 0,
  main: () => ({
    spec,
    ...words,
    get: (value: number) => value,
    set: (_: number, to: Value) => to as number,
  }),
})

/** The first parameter of the one chosen. */
const mainOf = (registry: Kinds) => (value: Choice) => {
  const [name, spec] = Object.entries(registry[value.kind].parameters)[0] ?? []
  if (name === undefined) return undefined
  return {
    spec,
    get: (own: Choice) => own[name],
    set: (own: Choice, to: Value): Choice => ({ ...own, [name]: to }),
  }
}
const none: Choice = { kind: 'none' }
const kindOf = (registry: Kinds, kind: string, change = {}): Choice => ({
  ...defaults(registry[kind].parameters),
  ...change,
  kind,
})
const isChosen = ({ kind }: Choice) => kind !== none.kind

/** What can be done to examples of these data. */
export const augmentationsFor = (dataset: Dataset): Kinds =>
  Object.fromEntries(
    Object.entries(augmentations).filter(([id, { suits }]) => id !== none.kind && suits(dataset)),
  )

const { on: _on, ...batchNormDetails } = batchNormFields
const { hidden: _hidden, ...dropoutDetails } = dropoutFields
const shown = (value: Value) => (typeof value === 'number' ? plain(setting(value)) : String(value))

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
export const switchPaths: readonly string[] = switches.map(({ path }) => path)
export const switchOf = (path: string): Switch | undefined => switches.find((one) => one.path === path)

/** A value in a word: 0.05, "jitter", or nothing where there are several. */
const inAWord = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'kind' in value
    ? String(value.kind)
    : typeof value === 'object'
      ? ''
      : shown(value as Value)

/** What of a record differs, in words: "momentum 0.2". */
const differences = (value: unknown, before: unknown): string =>
  Object.entries(value as Record<string, Value>)
    .filter(([name, own]) => own !== (before as Record<string, Value>)[name])
    .map(([name, own]) => (name === 'kind' ? String(own) : `${name} ${shown(own)}`))
    .join(', ')

/** What a change does, in a word or two on the rail: "BatchNorm on", "Dropout hidden 0.7", "Augment rotation". */
export function flagWords(path: string, value: unknown, before: unknown): string | undefined {
  const own = switchOf(path)
  if (!own) return undefined
  const isOn = own.isOn(value as never)
  if (isOn !== own.isOn(before as never)) return `${own.flag} ${isOn ? 'on' : 'off'}`
  if (typeof value !== 'object') return `${own.flag} ${inAWord(value)}`
  const main = own.main?.(value as never)
  const isKindKept = (value as Partial<Choice>).kind === (before as Partial<Choice>).kind
  const isMainOnly =
    main &&
    isKindKept &&
    JSON.stringify(main.set(before as never, main.get(value as never))) === JSON.stringify(value)
  if (isMainOnly) return `${own.flag} ${shown(main.get(value as never))}`
  return `${own.flag} ${isKindKept ? differences(value, before) : inAWord(value)}`
}
