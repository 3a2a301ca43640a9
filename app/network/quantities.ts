import type { Insides } from '../../engine/training/insides.ts'
import type { Experiment, Run } from '../../engine/experiment/experiment.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { plain, setting } from '../drawing/format.ts'
import { runName } from '../../engine/experiment/runName.ts'
import { canPlot } from '../panels/common.ts'
import { effectiveStep } from '../panels/effectiveStep.ts'
import type { Panel } from '../panels/panel.ts'
import { secondMoment } from '../panels/secondMoment.ts'
import { signLikeness } from '../panels/signLikeness.ts'

/** A number for each weight, as the time panels of the surface have it, shown here as ink. */
export interface Quantity {
  id: string
  panel: Panel
  /** Of every parameter, in the flat vector's order; its size may be more than one step's. */
  values: (insides: Insides, rate: number) => ArrayLike<number> | undefined
}

export const quantities: readonly Quantity[] = [
  {
    id: 'secondMoment',
    panel: secondMoment,
    values: ({ slots }) => slots?.secondMoment ?? slots?.v,
  },
  { id: 'effectiveStep', panel: effectiveStep, values: ({ slots }) => slots?.effectiveStep },
  {
    id: 'signLikeness',
    panel: signLikeness,
    values: ({ update }, rate) => update?.map((one) => Math.abs(one) / rate),
  },
]

/** Why there is nothing to show of a run, or undefined. */
export function absence({ panel }: Quantity, experiment: Experiment, run: Run): string | undefined {
  if (canPlot(experiment, run, panel.forms[0])) return undefined
  const { readings } = optimizers[run.optimizer]
  const rate = plain(setting(run.hyperparameters.learningRate as number))
  return panel.id === 'secondMoment' && readings.effectiveStep?.symbol === '\\eta'
    ? `${runName(run)} keeps none:\nevery weight takes the same η = ${rate}`
    : panel.absent(run)
}
