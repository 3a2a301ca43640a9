/** What a run's row and menu do to an experiment. */
import { type Change, type Experiment, limits, type Run } from '../../engine/experiment/experiment.ts'
import type { Value } from '../../engine/parameters.ts'
import { clippings } from '../../engine/training/clipping.ts'
import { schedules } from '../../engine/training/schedules.ts'
import { choiceOf, type Edit, freshRun, nextId } from './edits.ts'

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
