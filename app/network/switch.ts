import type { Dataset } from '../../engine/dataset.ts'
import type { Choice } from '../../engine/experiment/experiment.ts'
import { defaults, type Parameter, type Parameters, type Value } from '../../engine/parameters.ts'
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
export const define = <V>(one: Typed<V>): Switch => one as unknown as Switch

/** A number that is 0 where the trick is off. */
export const amount = (spec: Parameter, first: number, words: Pick<Main, 'words' | 'letter'>) => ({
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
export const mainOf = (registry: Kinds) => (value: Choice) => {
  const [name, spec] = Object.entries(registry[value.kind].parameters)[0] ?? []
  if (name === undefined) return undefined
  return {
    spec,
    get: (own: Choice) => own[name],
    set: (own: Choice, to: Value): Choice => ({ ...own, [name]: to }),
  }
}
export const none: Choice = { kind: 'none' }
export const kindOf = (registry: Kinds, kind: string, change = {}): Choice => ({
  ...defaults(registry[kind].parameters),
  ...change,
  kind,
})
export const isChosen = ({ kind }: Choice) => kind !== none.kind

/** A value as running text has it. */
export const shown = (value: Value) => (typeof value === 'number' ? plain(setting(value)) : String(value))
