import { augmentations } from '../../engine/datasets/index.ts'
import type { Choice, NetworkProblem } from '../../engine/experiment/experiment.ts'
import { networkFields } from '../../engine/experiment/networkFields.ts'
import { keepParameter, penaltyParameters } from '../../engine/network/index.ts'
import { defaults, type NumberParameter } from '../../engine/parameters.ts'
import { clippings } from '../../engine/training/clipping.ts'

/** A trick that may be switched while the runs train. Its value is the whole field that a change sets. */
export interface Switch {
  /** `data-key` for the keyboard, and the word on a flag. */
  id: string
  flag: string
  /** Words before its number, and the letter of the number. */
  name: string
  words?: string
  letter?: string
  key: string
  path: string
  /** Where it is a number that is switched: its range, and what it is at first when switched on. */
  number?: NumberParameter & { first: number; step?: number }
  isOn: (value: never) => boolean
  numberOf?: (value: never) => number
  /** The field with the trick on, at this number, or off. */
  set: (value: never, on: boolean, number: number) => unknown
}
const define = <V>(
  one: Omit<Switch, 'isOn' | 'numberOf' | 'set'> & {
    isOn: (value: V) => boolean
    numberOf?: (value: V) => number
    set: (value: V, on: boolean, number: number) => V
  },
): Switch => one as unknown as Switch

const jitter = augmentations.jitter.parameters
const [spread] = Object.keys(jitter)
const none: Choice = { kind: 'none' }

export const switches: readonly Switch[] = [
  define<NetworkProblem['batchNorm']>({
    id: 'batchNorm',
    flag: 'BatchNorm',
    name: 'BatchNorm',
    key: 'b',
    path: 'problem.batchNorm',
    isOn: ({ on }) => on,
    set: (value, on) => ({ ...value, on }),
  }),
  define<NetworkProblem['dropout']>({
    id: 'dropout',
    flag: 'Dropout',
    name: 'Dropout',
    words: 'keep',
    letter: 'α',
    key: 'd',
    path: 'problem.dropout',
    number: { ...keepParameter, label: 'probability to keep a hidden unit', first: 0.8, step: 0.05 },
    isOn: ({ inputs, hidden }) => inputs < 1 || hidden < 1,
    numberOf: ({ hidden }) => hidden,
    set: (value, on, hidden) => (on ? { ...value, hidden } : { ...value, inputs: 1, hidden: 1 }),
  }),
  define<number>({
    id: 'l2',
    flag: 'L2',
    name: 'L2',
    letter: 'λ',
    key: 'l',
    path: 'problem.l2',
    number: { ...penaltyParameters.l2, first: 0.001 },
    isOn: (value) => value > 0,
    numberOf: (value) => value,
    set: (_, on, value) => (on ? value : 0),
  }),
  define<Choice>({
    id: 'clip',
    flag: 'Clip',
    name: 'Clip ‖g‖ ≤',
    key: 'c',
    path: 'clipping',
    number: { ...(clippings.norm.parameters.max as NumberParameter), first: 1 },
    isOn: ({ kind }) => kind !== 'none',
    numberOf: (value) => (value.max ?? 1) as number,
    set: (_, on, max) => (on ? { ...defaults(clippings.norm.parameters), kind: 'norm', max } : none),
  }),
  define<Choice>({
    id: 'augment',
    flag: 'Augment',
    name: 'Augment,',
    words: 'jitter',
    key: 'a',
    path: 'problem.augmentation',
    number: { ...(jitter[spread] as NumberParameter), first: 0.1 },
    isOn: ({ kind }) => kind !== 'none',
    numberOf: (value) => (value[spread] ?? 0.1) as number,
    set: (_, on, value) => (on ? { ...defaults(jitter), kind: 'jitter', [spread]: value } : none),
  }),
  define<number>({
    id: 'patience',
    flag: 'Early stopping',
    name: 'Early stopping,',
    words: 'patience',
    key: 's',
    path: 'problem.patience',
    number: { ...networkFields.patience, min: 1, first: 60 },
    isOn: (value) => value > 0,
    numberOf: (value) => value,
    set: (_, on, value) => (on ? value : 0),
  }),
]
export const switchPaths: readonly string[] = switches.map(({ path }) => path)

/** What a change does, in a word or two on the rail: "BatchNorm on", "Dropout 0.7". */
export function flagWords(path: string, value: unknown, before: unknown): string | undefined {
  const own = switches.find((one) => one.path === path)
  if (!own) return undefined
  const isOn = own.isOn(value as never)
  const wasOn = own.isOn(before as never)
  if (isOn !== wasOn || !own.numberOf) return `${own.flag} ${isOn ? 'on' : 'off'}`
  return `${own.flag} ${own.numberOf(value as never)}`
}
