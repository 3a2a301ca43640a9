/**
 * What the sentence's controls do to an experiment; runEdits.ts has what is done to one run. Each edit is a function that makes of an experiment the next
 * one, as input for the parser: `lab.edit(addRun('adam'))`.
 */
import { defaultKind, fillIds, type Registry } from '../../engine/experiment/run.ts'
import type { Choice, Experiment, Run } from '../../engine/experiment/experiment.ts'
import { fields } from '../../engine/experiment/fields.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { defaults, type Value } from '../../engine/parameters.ts'
import { clippings } from '../../engine/training/clipping.ts'
import { schedules } from '../../engine/training/schedules.ts'
import { fairRate } from './rates.ts'

export type Edit = (experiment: Experiment) => Experiment

export const choiceOf = (registry: Registry, kind: string): Choice => ({
  ...defaults(registry[kind].parameters),
  kind,
})

/** A run of `optimizer` with its defaults, at the surface's rate for it. */
export function freshRun({ problem, runs }: Experiment, optimizer: string): Run {
  const { parameters } = optimizers[optimizer]
  return {
    id: nextId(runs, optimizer),
    optimizer,
    hyperparameters: { ...defaults(parameters), learningRate: fairRate(problem, optimizer) },
    schedule: choiceOf(schedules, defaultKind(schedules)),
    clipping: choiceOf(clippings, defaultKind(clippings)),
    weightDecay: fields.weightDecay.default,
    problem: {},
  }
}

/** `adam`, or `adam-2` where there is one. */
export const nextId = (runs: readonly Run[], optimizer: string): string =>
  fillIds([...runs, { optimizer }])[runs.length]

export const addRun =
  (optimizer: string): Edit =>
  (experiment) => ({ ...experiment, runs: [...experiment.runs, freshRun(experiment, optimizer)] })

export const removeRun =
  (id: string): Edit =>
  (experiment) => ({
    ...experiment,
    runs: experiment.runs.filter((run) => run.id !== id),
    changes: experiment.changes.filter((change) => change.run !== id),
  })

/** Takes every run of an optimizer out of the race. */
export const removeOptimizer =
  (optimizer: string): Edit =>
  (experiment) =>
    experiment.runs
      .filter((run) => run.optimizer === optimizer)
      .reduce((rest, { id }) => removeRun(id)(rest), experiment)

/** Exactly these optimizers race: missing ones join, runs of others leave, the rest stays as it is. */
export const setOptimizers =
  (chosen: readonly string[]): Edit =>
  (experiment) => {
    const { runs } = experiment
    const kept = runs
      .filter(({ optimizer }) => !chosen.includes(optimizer))
      .reduce((rest, { optimizer }) => removeOptimizer(optimizer)(rest), experiment)
    const missing = chosen.filter((id) => !runs.some(({ optimizer }) => optimizer === id))
    return missing.reduce((rest, id) => addRun(id)(rest), kept)
  }

/** Changes of later steps than the last fall away. */
export const setSteps =
  (steps: number): Edit =>
  (experiment) => ({
    ...experiment,
    steps,
    changes: experiment.changes.filter((change) => change.step <= steps),
  })

export const setNoise =
  (noise: number): Edit =>
  (experiment) => ({ ...experiment, problem: { ...experiment.problem, noise } })

export const setSeed =
  (seed: number): Edit =>
  (experiment) => ({ ...experiment, seed: seed > fields.seed.max ? fields.seed.min : seed })

export const editRun =
  (id: string, change: (run: Run) => Run): Edit =>
  (experiment) => ({ ...experiment, runs: experiment.runs.map((run) => (run.id === id ? change(run) : run)) })

/** What a run begins with; runEdits.ts sets what it goes on with. */
export const setHyperparameter = (id: string, name: string, value: Value): Edit =>
  editRun(id, (run) => ({ ...run, hyperparameters: { ...run.hyperparameters, [name]: value } }))
