import type { Table } from '../datasets/index.ts'
import type { Value } from '../parameters.ts'
import type { Point } from '../surface.ts'

/**
 * The experiment is a value; everything else is a view of it. Equal experiments give equal bits, wherever they
 * run. It is made by `parseExperiment` only, so that every field below is known to be in range.
 */
export interface Experiment {
  version: 1
  /** Unsigned 32-bit; every random stream is derived from it by name. */
  seed: number
  problem: Problem
  /** How many updates each run makes. */
  steps: number
  /** Advanced in lock-step: same start, same noise, unless a run says otherwise. May be empty. */
  runs: readonly Run[]
  /** What was switched while it ran; sorted by step. */
  changes: readonly Change[]
}

export type Problem = SurfaceProblem | NetworkProblem

export interface SurfaceProblem {
  kind: 'surface'
  surface: string
  parameters: Readonly<Record<string, Value>>
  /** Degrees, anticlockwise, about the surface's pivot. */
  rotation: number
  start: Point
  /** Standard deviation σ of the noise added to each coordinate of the gradient. */
  noise: number
}

/** A network, the data it is trained on, and the tricks it is trained with. */
export interface NetworkProblem extends Tricks {
  kind: 'network'
  /** A data set with its parameters: `{ kind: 'circles', count: 200, ... }`, or `{ kind: 'table' }`. */
  data: Choice
  /** The rows of a table. */
  table?: Table
  /** Functions of planar points that the network sees: `x1`, `x2`, `x1x2`. Data of more columns are seen whole. */
  features: readonly string[]
  /** Share of training labels that are wrong. */
  labelNoise: number
  /** Shares of the rows held out. */
  validation: number
  test: number
  /** Rows a minibatch; 0, or more than there are, is all. */
  batch: number
  order: BatchOrder
}
export type BatchOrder = 'shuffled' | 'sequential' | 'sorted'

/** What runs of one race may differ in, and, but for the first five, what may be switched while they train. */
export interface Tricks {
  /** Units of each hidden layer. */
  hidden: readonly number[]
  activation: string
  initializer: Choice
  /**
   * All W and b to begin with, layer by layer, each W row by row, a row being a unit; none where the initializer draws
   * them. γ begins at 1 and β at 0.
   */
  weights: readonly number[]
  divergence: 'l2' | 'kl'
  /** λ of ½λΣW² and λ₁ of λ₁Σ|W|, on weights only. */
  l2: number
  l1: number
  batchNorm: Readonly<{
    on: boolean
    epsilon: number
    momentum: number
    stopGradient: boolean
    inference: Inference
    /** `all`, or the numbers of the hidden layers that have it, from 1: `13`. */
    layers: string
  }>
  /** Probabilities α to keep; 1 drops nothing. */
  dropout: Readonly<{ inputs: number; hidden: number; form: 'lecture' | 'inverse' }>
  augmentation: Choice
  /**
   * Evaluations without a better validation loss after which a run stops; 0 is never. One is every step, or every few
   * where there are many steps or measuring is dear: see `networkTask.ts`.
   */
  patience: number
}
/** Whose statistics batch norm takes at test time. */
export type Inference = 'running' | 'population' | 'batch'

/** What a run has of its own in the shared problem. */
export type OwnProblem = Partial<Pick<SurfaceProblem, 'start' | 'noise'> & Tricks>

export interface Run {
  /** Unique in the experiment: letters, digits, `-`. By default the optimizer's id. */
  id: string
  label?: string
  optimizer: string
  hyperparameters: Readonly<Record<string, Value>>
  schedule: Choice
  clipping: Choice
  /** λ of coupled weight decay, g ← g + λw, after clipping. 0 is off. */
  weightDecay: number
  /** What differs from the shared problem. */
  problem: OwnProblem
  /** Indices of the parameters that changes have frozen so far; no run begins with any. */
  frozen?: readonly number[]
}

/** One of a registry (a schedule, a clipping rule) with its parameters: `{ kind: 'step', size: 40, factor: 0.5 }`. */
export type Choice = Readonly<{ kind: string } & Record<string, Value>>

/**
 * From update `step` + 1 on, the field `path` of a run (`hyperparameters.learningRate`, `optimizer`, `schedule`,
 * `clipping`, `weightDecay`, `problem.noise`, `problem.batchNorm`) has this value, which is whole: what is left out of
 * it has its default, not what it had before. Without `run` it holds for every run.
 *
 * Single parameters of a network are changed by index, as `indexedPlaces` counts them; γ and β that are not there at
 * the time are left alone:
 *
 * - `weights.12` with a number: what update `step` has made of the parameter is replaced by it, before the state after
 *   `step` updates is looked at; at step 0 it is the initial value. What the optimizer keeps of it stays.
 * - `frozen.12` with true: from update `step` + 1 on its gradient is 0, also to clipping and to the optimizer's memory,
 *   gradients ahead are taken where it is, and whatever the rule adds to it (momentum, weight decay of either kind) is
 *   taken back. With false it is let go, with the memory that it has by then.
 */
export interface Change {
  step: number
  run?: string
  path: string
  value: unknown
}

/** Why a text is not an experiment: where, what was found, what would be right. */
export interface Issue {
  /** `runs.0.hyperparameters.decay`; empty for the whole. */
  path: string
  found: string
  expected: string
}

export const limits = {
  steps: 20_000,
  runs: 8,
  changes: 64,
  labelLength: 40,
  /** Given one by one to begin with. */
  weights: 10_000,
  /** In the networks of all runs and their batches: half of what there is room for, as a step is revisited beside. */
  numbers: 8_388_608,
  /** Of a weight and an input, in all steps of all runs: minutes, not days. */
  products: 1_099_511_627_776,
} as const
