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

/** Network problems join here. */
export type Problem = SurfaceProblem

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
  problem: Partial<Pick<SurfaceProblem, 'start' | 'noise'>>
}

/** One of a registry (a schedule, a clipping rule) with its parameters: `{ kind: 'step', size: 40, factor: 0.5 }`. */
export type Choice = Readonly<{ kind: string } & Record<string, Value>>

/**
 * From update `step` + 1 on, the field `path` of a run (`hyperparameters.learningRate`, `optimizer`, `schedule`,
 * `clipping`, `weightDecay`, `problem.noise`) has this value. Without `run` it holds for every run.
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
} as const
