import type { Range } from '../dataset.ts'
import type { Inference } from '../experiment/experiment.ts'
import type { Trace } from './trace.ts'

/**
 * What is needed at display rate only, and so is no part of a row: a network's maps, weights, optimizer state and
 * batch, after a given number of updates. It is asked for as a probe, computed beside the runs, and dropped when late.
 */
export type Part =
  | 'map'
  | 'neurons'
  | 'state'
  | 'batch'
  | 'series'
  | 'crowd'
  | 'exact'
  | 'roughness'
  | 'influence'
  | 'inference'
  | 'scores'

export interface Probe {
  step: number
  /** Indices of the runs that are shown. */
  runs: readonly number[]
  parts: readonly Part[]
  /**
   * Columns and rows of the decision map over the data's domain, and of each neuron's small map: the middles of so many
   * cells. Data of one input have a single row; data without a domain (images) have no maps.
   */
  map: readonly [columns: number, rows: number]
  neuron: number
  /** Of `crowd` and `exact`: random subnetworks to average, and columns and rows of their maps. */
  crowd?: { samples: number; map: readonly [columns: number, rows: number] }
  /** Of which unit of which hidden layer the influence is asked for, both from 0. */
  unit?: { layer: number; unit: number }
  /** What of the plane the decision map shows, where it is not the data's domain. */
  domain?: readonly Range[]
  /** A hidden unit, by its layer and its place in it, whose output over the plane is shown beside the network's. */
  plane?: { layer: number; unit: number } | undefined
  /** What `series` is about. */
  follow?: Follow
}

/** One parameter over the steps: rows of each of `runs` beginning with `from`, to step `to` at most. */
export interface Follow {
  /** As `indexedPlaces` counts. */
  index: number
  from: readonly number[]
  to: number
}

/** A subnetwork, or an average of many, as at test time. */
export interface Member {
  /** Outputs over the plane, as `map`. */
  map?: Float32Array
  /** On the examples held out for validation, or those of training where there are none; NaN in regression. */
  loss: number
  accuracy: number
  /** Share of these examples that it gives the class that weight scaling gives them. */
  agreement: number
}

/** One run's answer; a run that has stopped answers for its last step. */
export interface Insides {
  run: number
  step: number
  /** `map`: outputs over the plane, (rows · columns, units), row by row from the upper left corner. */
  map?: Float32Array
  /** `map`: (rows · columns), what the unit that is asked for as `plane` puts out. */
  plane?: { layer: number; unit: number; values: Float32Array }
  /** `neurons`: for each hidden layer (units, neuron²), each unit's output over the plane. */
  neurons?: readonly Float32Array[]
  /**
   * `state`: flat vectors, places as `parameterPlaces` gives them; slots and readings by name. Before the first update
   * there are only w and the slots.
   */
  w?: Float32Array
  g?: Float32Array
  update?: Float32Array
  slots?: Readonly<Record<string, Float32Array>>
  /**
   * `series`: rows of a trace of one coordinate, as a surface's: a portion of those asked for, for the steps before are
   * made once more.
   */
  series?: Pick<Trace, 'layout' | 'rows' | 'stopped' | 'finished'> & { index: number; from: number }
  /** `batch`: the minibatch of update `step`, layer by layer, as update `step` met it; none before the first. */
  batch?: {
    /** Rows of the training set. */
    rows: Int32Array
    layers: readonly {
      units: number
      /** (B, U): before the activation; after normalization (the same where there is none); what the unit puts out. */
      z: Float32Array
      u: Float32Array
      y: Float32Array
      /** (U) with batch norm: the batch's, and the running averages. */
      mean?: Float32Array
      variance?: Float32Array
      runningMean?: Float32Array
      runningVariance?: Float32Array
      gamma?: Float32Array
      beta?: Float32Array
      /** (B, inputs): 0 where an input of this layer was dropped. */
      mask?: Uint8Array
    }[]
  }
  /**
   * `crowd`: while units are dropped, the subnetwork that the first example of update `step` met, the average of it and
   * those of the updates after it, and weight scaling.
   */
  crowd?: {
    one: Member
    average: Member
    scaled: Member
    /** How many units may be dropped. */
    droppable: number
  }
  /** `roughness`: of the outputs, where they are over a plane. */
  roughness?: number
  /** `exact`: the average over all subnetworks after so many updates; missing where there are too many. */
  exact?: Member & { step: number }
  /** `influence`: none without batch norm, nor before the first update. */
  influence?: Influence | undefined
  /**
   * `scores`: of each example that is held out for validation, or of training where none is, the class that is found
   * (the output itself in regression), and its divergence.
   */
  scores?: { of: 'validation' | 'training'; predicted: Float32Array; divergences: Float32Array }
  /** `inference`: none without batch norm. */
  inference?: Inferences | undefined
}

/**
 * One unit of the minibatch of update `step` on its way through batch norm and back, as that update met it; arrays have
 * an entry for each example (B). Derivatives are those of the batch's mean divergence.
 */
export interface Influence {
  layer: number
  unit: number
  /** Rows of the training set. */
  rows: Int32Array
  z: Float64Array
  u: Float64Array
  zHat: Float64Array
  dzHat: Float64Array
  /** The ways from ẑ back to z: straight through u, through σ²_B, through μ_B. */
  throughU: Float64Array
  throughVariance: Float64Array
  throughMean: Float64Array
  /** What went on to the weights: the sum of the three, or the first alone where it is `stopped`. */
  dz: Float64Array
  stopped: boolean
  mean: number
  variance: number
  gamma: number
  beta: number
  epsilon: number
}

/** What a network is worth under each kind of statistics that batch norm may be given at test time. */
export interface Inferences {
  /** The examples that are held out for validation, or those of training where none are. */
  of: 'validation' | 'training'
  /** Mean divergence, and the share of examples whose class is found; NaN in regression. */
  scores: Readonly<Record<Inference, { loss: number; accuracy: number }>>
  /**
   * Of each hidden layer that has batch norm: the statistics themselves (U). `batch` are those of all examples of `of` as
   * one batch.
   */
  layers: readonly (Readonly<Record<Inference, { mean: Float32Array; variance: Float32Array }>> | undefined)[]
}
