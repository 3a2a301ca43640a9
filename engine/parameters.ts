/**
 * Parameters as data. The types, the parser's checks, the sliders, the URL keys and the reference pages of
 * every optimizer, surface, schedule and clipping rule all derive from these specs.
 */
export interface NumberParameter {
  kind: 'number'
  /** The lecture's symbol, as TeX: `\eta`. */
  symbol: string
  label: string
  default: number
  /** Inclusive bounds. */
  min: number
  max: number
  /** How a slider or a scrub moves: evenly, by ratio, or by whole numbers. */
  scale: 'linear' | 'log' | 'integer'
  /** The name in a link where it is shorter than the field's name: `lr`. */
  key?: string
}

export interface ChoiceParameter<V extends string = string> {
  kind: 'choice'
  label: string
  default: V
  /** Value → what is shown for it. */
  options: Readonly<Record<V, string>>
  key?: string
}

export interface ToggleParameter {
  kind: 'toggle'
  label: string
  default: boolean
  key?: string
}

/** What is wrong with a text, and at which of its characters, from 0. */
export interface Flaw {
  at: number
  length: number
  found: string
  expected: string
}

export interface TextParameter {
  kind: 'text'
  label: string
  default: string
  /** What is wrong with a text, if anything is. */
  flaw: (text: string) => Flaw | undefined
  key?: string
}

export type Parameter = NumberParameter | ChoiceParameter | ToggleParameter | TextParameter
export type Parameters = Readonly<Record<string, Parameter>>

type ValueOf<P> = P extends NumberParameter
  ? number
  : P extends ToggleParameter
    ? boolean
    : P extends ChoiceParameter<infer V>
      ? V
      : P extends TextParameter
        ? string
        : never

/** The values that belong to a set of parameters: `{ learningRate: number, epsilonInside: boolean, ... }`. */
export type Values<P extends Parameters = Parameters> = { [K in keyof P]: ValueOf<P[K]> }
export type Value = number | string | boolean

export const number = (
  symbol: string,
  label: string,
  initial: number,
  [min, max]: readonly [number, number],
  options: { scale?: NumberParameter['scale']; key?: string } = {},
): NumberParameter => ({
  kind: 'number',
  symbol,
  label,
  default: initial,
  min,
  max,
  scale: 'linear',
  ...options,
})

export const choice = <const V extends string>(
  label: string,
  initial: NoInfer<V>,
  options: Readonly<Record<V, string>>,
  key?: string,
): ChoiceParameter<V> => ({ kind: 'choice', label, default: initial, options, ...(key ? { key } : {}) })

export const toggle = (label: string, initial: boolean, key?: string): ToggleParameter => ({
  kind: 'toggle',
  label,
  default: initial,
  ...(key ? { key } : {}),
})

export const text = (
  label: string,
  initial: string,
  flaw: TextParameter['flaw'],
  key?: string,
): TextParameter => ({ kind: 'text', label, default: initial, flaw, ...(key ? { key } : {}) })

export const defaults = <P extends Parameters>(parameters: P): Values<P> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]),
  ) as Values<P>

/** What a parameter allows, in words, or `undefined` when `value` is allowed. */
export function complaint(parameter: Parameter, value: unknown): string | undefined {
  switch (parameter.kind) {
    case 'toggle':
      return typeof value === 'boolean' ? undefined : 'true or false'
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(parameter.options, value)
        ? undefined
        : `one of ${Object.keys(parameter.options).join(', ')}`
    case 'text': {
      if (typeof value !== 'string') return 'a text'
      const flaw = parameter.flaw(value)
      // What was found is shown as it is, but for what cannot be.
      return (
        flaw &&
        `${flaw.expected} at character ${flaw.at + 1} instead of ${flaw.found.replace(/\p{C}/gu, '�')}`
      )
    }
    case 'number': {
      const { min, max, scale } = parameter
      const whole = scale === 'integer'
      const fits =
        typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value))
      return fits ? undefined : `${whole ? 'a whole number' : 'a number'} from ${min} to ${max}`
    }
  }
}
