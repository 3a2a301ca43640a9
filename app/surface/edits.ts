/**
 * What the surface view's controls do to an experiment. Each edit is a function that makes of an experiment the next
 * one, as input for the parser: `lab.edit(addRun('adam'))`.
 */
import { defaultKind, fillIds, type Registry } from '../../engine/experiment/run.ts'
import {
  type Change,
  type Choice,
  type Experiment,
  limits,
  type Run,
} from '../../engine/experiment/experiment.ts'
import { fields } from '../../engine/experiment/fields.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { defaults, type Value } from '../../engine/parameters.ts'
import { clippings } from '../../engine/training/clipping.ts'
import { schedules } from '../../engine/training/schedules.ts'
import { fairRate } from './rates.ts'

export type Edit = (experiment: Experiment) => Experiment

const choiceOf = (registry: Registry, kind: string): Choice => ({
  ...defaults(registry[kind].parameters),
  kind,
})

/** A run of `optimizer` with its defaults, at the surface's rate for it. */
function freshRun({ problem, runs }: Experiment, optimizer: string): Run {
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
const nextId = (runs: readonly Run[], optimizer: string): string =>
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

/** The copy stands below its original, with another id, and `label` if one is given. */
function copyRun(experiment: Experiment, id: string, label: string | undefined): [Experiment, copy: string] {
  const { runs, changes } = experiment
  const at = runs.findIndex((run) => run.id === id)
  const copy = nextId(runs, runs[at].optimizer)
  return [
    {
      ...experiment,
      runs: [
        ...runs.slice(0, at + 1),
        { ...runs[at], id: copy, ...(label !== undefined && { label: label.slice(0, limits.labelLength) }) },
        ...runs.slice(at + 1),
      ],
      changes: changes.flatMap((change) =>
        change.run === id ? [change, { ...change, run: copy }] : [change],
      ),
    },
    copy,
  ]
}

export const duplicateRun =
  (id: string, label?: string): Edit =>
  (experiment) =>
    copyRun(experiment, id, label)[0]

/** A copy that goes the same way up to `change.step`, and from there on its own. */
export const forkRun =
  (id: string, change: Pick<Change, 'step' | 'path' | 'value'>, label?: string): Edit =>
  (experiment) => {
    const [copied, copy] = copyRun(experiment, id, label)
    return { ...copied, changes: sorted([...copied.changes, { ...change, run: copy }]) }
  }

/** By step; changes of one step keep their order. */
const sorted = (changes: readonly Change[]): Change[] => [...changes].sort((a, b) => a.step - b.step)

export const setChange =
  (index: number, value: Change['value']): Edit =>
  (experiment) => ({
    ...experiment,
    changes: experiment.changes.map((change, i) => (i === index ? { ...change, value } : change)),
  })

export const removeChange =
  (index: number): Edit =>
  (experiment) => ({ ...experiment, changes: experiment.changes.filter((_, i) => i !== index) })

const editRun =
  (id: string, change: (run: Run) => Run): Edit =>
  (experiment) => ({ ...experiment, runs: experiment.runs.map((run) => (run.id === id ? change(run) : run)) })

export const setHyperparameter = (id: string, name: string, value: Value): Edit =>
  editRun(id, (run) => ({ ...run, hyperparameters: { ...run.hyperparameters, [name]: value } }))

/** A new kind comes with its defaults; a parameter keeps the kind. */
export const setSchedule = (id: string, kind: string): Edit =>
  editRun(id, (run) => ({ ...run, schedule: choiceOf(schedules, kind) }))
export const setClipping = (id: string, kind: string): Edit =>
  editRun(id, (run) => ({ ...run, clipping: choiceOf(clippings, kind) }))
export const setChoiceParameter = (
  id: string,
  of: 'schedule' | 'clipping',
  name: string,
  value: Value,
): Edit => editRun(id, (run) => ({ ...run, [of]: { ...run[of], [name]: value } }))

export const setWeightDecay = (id: string, weightDecay: number): Edit =>
  editRun(id, (run) => ({ ...run, weightDecay }))

/** An empty label is none: the run is called after its optimizer. */
export const renameRun = (id: string, label: string): Edit =>
  editRun(id, ({ label: _, ...run }) => {
    const tidy = label.trim().slice(0, limits.labelLength)
    return tidy === '' ? run : { ...run, label: tidy }
  })

/** All settings of a run at their defaults, its rate the surface's. */
export const resetRun =
  (id: string): Edit =>
  (experiment) =>
    editRun(id, (run) => {
      const fresh = freshRun(experiment, run.optimizer)
      return { ...fresh, id, ...(run.label !== undefined && { label: run.label }) }
    })(experiment)

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
