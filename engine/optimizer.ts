import type { Parameters, Values } from './parameters.ts'

/** A state vector an optimizer keeps. */
export interface Slot {
  /** TeX, without the step index: `E[g^2]`. */
  symbol: string
  label: string
  /** One number a parameter (the default), or one for the whole run (a running product, say). */
  size?: 'parameter' | 'run'
  /** What it holds before the first update: a number, or read from the hyperparameters. Default 0. */
  initial?: number | ((hyper: never) => number)
}
export type Slots = Readonly<Record<string, Slot>>
export type State<S extends Slots = Slots> = { [K in keyof S]: Float64Array }

/** What one update reads and writes. The runner keeps one of these per run and reuses it. */
export interface Update<P extends Parameters = Parameters, S extends Slots = Slots> {
  /** The parameters, updated in place. */
  w: Float64Array
  /** g_k: after noise, clipping and coupled weight decay. Not to be written. */
  gradient: Float64Array
  slots: State<S>
  hyper: Values<P>
  /** η_k, the scheduled rate of this update. Use this, not `hyper.learningRate`. */
  rate: number
  /** Counts the run's updates: 1, 2, ... A rule that counts its own keeps a slot, for it may be switched to late. */
  k: number
}

/** A quantity derived from the state after an update, for display: v̂, the effective step. */
export interface Reading<P extends Parameters = Parameters, S extends Slots = Slots> {
  symbol: string
  label: string
  /** Its value for coordinate `i`, after the update. */
  at: (update: Readonly<Update<P, S>>, i: number) => number
}

/**
 * An optimizer is a value: its rule as code (`update`), its names, ranges and state as data. Everything else,
 * sliders, links, frames, panels, the equation sheet, the reference page, derives from it.
 */
export interface Optimizer<P extends Parameters = Parameters, S extends Slots = Slots> {
  id: string
  name: string
  /** One line: what it does, what it remembers. */
  summary: string
  /** Papers or books of the rule. */
  sources: readonly string[]
  /**
   * The recurrences and the step as TeX symbols with live values under them, as these hyperparameters shape them (the
   * form, the place of ε, what is switched off). Numbers are read from the moment, never from here.
   */
  equation: (hyper: Values<P>) => readonly EquationLine[]
  /** `learningRate` is among them in every optimizer. */
  parameters: P
  slots: S
  /**
   * Standard names are understood by the panels: `firstMoment`, `secondMoment` (bias-corrected where the rule
   * corrects), `effectiveStep` (what multiplies g or its first moment, per coordinate).
   */
  readings: Readonly<Record<string, Reading<P, S>>>
  /** Where the gradient of the next update is to be taken, when that is not at w (Nesterov's look-ahead). */
  lookAhead?: (update: Readonly<Update<P, S>>, point: Float64Array) => void
  /** One update of w and the slots, over flat arrays; allocates nothing, knows no shapes. */
  update: (update: Update<P, S>) => void
}

/** The five quantities that have a pale wash on screen: g, m, v, effective step, Δw. */
export type Wash = 'g' | 'm' | 'v' | 's' | 'u'

/** What an equation's numbers are read from: one recorded step of one run. */
export interface Moment {
  k: number
  rate: number
  hyper: Readonly<Record<string, never>> & Readonly<Record<string, number>>
  /** A slot, reading, `g`, `w` or `update` (Δw) after update k; NaN where there is none. */
  now: (channel: string, i: number) => number
  /** The same after update k − 1. */
  before: (channel: string, i: number) => number
}

export interface Term {
  tex: string
  wash?: Wash
  /** The number that stands under the symbol, for coordinate i; none for an operator. */
  value?: (at: Moment, i: number) => number
  /**
   * How the number is set: as itself, squared `(−0.7)²`, under a root `√25`, or as a fraction whose numerator is
   * `over`: over a root `η/√25`, or over the number itself `η/25`.
   */
  form?: 'plain' | 'square' | 'root' | 'overRoot' | 'over'
  /** Numerator of `over` and `overRoot`. */
  over?: (at: Moment, i: number) => number
}
/** Terms from left to right; a string is an operator (`=`, `+`, `·`) set between them. */
export type EquationLine = readonly (Term | string)[]

/** Keeps the types of parameters and slots through the definition, and forgets them for the registry. */
export const defineOptimizer = <const P extends Parameters, const S extends Slots>(
  optimizer: Optimizer<P, S>,
): Optimizer => optimizer as unknown as Optimizer
