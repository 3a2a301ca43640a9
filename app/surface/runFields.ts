import type { Run } from '../../engine/experiment/experiment.ts'
import { fields } from '../../engine/experiment/fields.ts'
import type { Registry } from '../../engine/experiment/run.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { choice, type Parameter, type Parameters } from '../../engine/parameters.ts'
import { clippings } from '../../engine/training/clipping.ts'
import { schedules } from '../../engine/training/schedules.ts'

/** A registry from which one is chosen, with its parameters. */
export type Kinds = Registry & Readonly<Record<string, { id: string; name: string; formula?: string }>>

/** A field of a run as its menu shows it: one value, several together, or one of a registry. */
export type RunField = {
  path: string
  label: string
  /** What a fork has instead, at first. */
  other?: (value: never) => unknown
} & ({ spec: Parameter } | { parameters: Parameters } | { registry: Kinds; symbol?: string })

const names = Object.fromEntries(
  Object.values(optimizers).map(({ id, name }): [string, string] => [id, name]),
)

const optimizerField: RunField = {
  path: 'optimizer',
  label: 'optimizer',
  spec: choice('optimizer', 'sgd', names),
  other: (id: string) => (id === 'adam' ? 'sgd' : 'adam'),
}

/** To two digits, so that halving does not leave tails. */
export const halfRate = (rate: number): number => Number((rate / 2).toPrecision(2))

/** All that is a run's own on any problem, for the optimizer that it has at the moment. */
export const runFields = ({ optimizer }: Pick<Run, 'optimizer'>): RunField[] => [
  optimizerField,
  ...Object.entries(optimizers[optimizer].parameters).map(([name, spec]) => ({
    path: `hyperparameters.${name}`,
    label: spec.label,
    spec,
    ...(name === 'learningRate' && { other: halfRate }),
  })),
  { path: 'schedule', label: 'schedule of the rate', registry: schedules, symbol: '\\eta_k' },
  { path: 'clipping', label: 'gradient clipping', registry: clippings },
  { path: 'weightDecay', label: fields.weightDecay.label, spec: fields.weightDecay },
]
