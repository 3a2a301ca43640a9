import type { ReactNode } from 'react'
import type { Experiment, NetworkProblem, Run } from '../../../engine/experiment/experiment.ts'
import { defaults } from '../../../engine/parameters.ts'
import { clippings } from '../../../engine/training/clipping.ts'
import { initializers } from '../../../engine/network/index.ts'
import type { Edit } from '../../surface/edits.ts'
import { setRun } from '../../surface/runEdits.ts'
import { It } from '../Symbol.tsx'
import type { Health } from './healthOf.ts'

/** A way out of trouble: an edit of the one run that is in it, from the start. */
export interface Way {
  words: ReactNode
  /** Whether it would be anything new. */
  suits: (run: Run, problem: NetworkProblem) => boolean
  edit: (run: Run, problem: NetworkProblem) => Edit
}

/** To three digits, so that dividing does not leave tails. */
const tidy = (rate: number) => Number(rate.toPrecision(3))

const rateTimes = (factor: number, words: ReactNode): Way => ({
  words,
  suits: () => true,
  edit: ({ id, hyperparameters }) =>
    setRun(id, 'hyperparameters.learningRate', tidy((hyperparameters.learningRate as number) * factor)),
})
const clip: Way = {
  words: (
    <>
      Clip ‖<It>g</It>‖ ≤ 1 and rerun
    </>
  ),
  suits: ({ clipping }) => clipping.kind === 'none',
  edit: ({ id }) => setRun(id, 'clipping', { ...defaults(clippings.norm.parameters), kind: 'norm', max: 1 }),
}
const batchNorm: Way = {
  words: 'BatchNorm, rerun',
  suits: (_run, problem) => !problem.batchNorm.on && problem.hidden.length > 0,
  edit: ({ id }, problem) => setRun(id, 'problem.batchNorm', { ...problem.batchNorm, on: true }),
}
const initializeBy = (kind: string): Way => ({
  words: `${initializers[kind].name} weights, rerun`,
  suits: (_run, problem) => problem.initializer.kind !== kind,
  edit: ({ id }) => setRun(id, 'problem.initializer', { ...defaults(initializers[kind].parameters), kind }),
})
const activateBy = (activation: string, words: string): Way => ({
  words,
  suits: (_run, problem) => problem.activation !== activation && problem.hidden.length > 0,
  edit: ({ id }) => setRun(id, 'problem.activation', activation),
})

const slower = (
  <>
    <It>η</It>/10, rerun
  </>
)
const faster = (
  <>
    10<It>η</It>, rerun
  </>
)
const half = (
  <>
    Halve <It>η</It> and rerun
  </>
)

/** What may help, likeliest first; the first two that suit are offered. */
export const ways: Readonly<Record<Health['kind'], readonly Way[]>> = {
  diverged: [rateTimes(0.5, half), clip, rateTimes(0.1, slower)],
  dead: [rateTimes(0.1, slower), activateBy('leakyRelu', 'Leaky ReLU, rerun'), batchNorm],
  saturated: [initializeBy('xavier'), batchNorm, rateTimes(0.1, slower)],
  stuck: [batchNorm, rateTimes(10, faster), activateBy('tanh', 'tanh, rerun')],
}

/** The problem as a run begins with it. */
export const problemOf = ({ problem }: Experiment, run: Run): NetworkProblem =>
  ({ ...problem, ...run.problem }) as NetworkProblem
