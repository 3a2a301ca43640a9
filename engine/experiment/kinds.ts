import type { Experiment, NetworkProblem, SurfaceProblem } from './experiment.ts'

/** The problem of an experiment that is known to be on a surface: a view is mounted for one kind only. */
export function surfaceOf({ problem }: Experiment): SurfaceProblem {
  if (problem.kind !== 'surface') throw new TypeError(`a ${problem.kind} is no surface`)
  return problem
}

/** The problem of an experiment that is known to train a network. */
export function networkOf({ problem }: Experiment): NetworkProblem {
  if (problem.kind !== 'network') throw new TypeError(`a ${problem.kind} is no network`)
  return problem
}
