import { optimizers } from '../../engine/optimizers/index.ts'
import type { Run } from '../../engine/experiment/experiment.ts'
import { read } from '../../engine/training/trace.ts'
import { runName } from '../../engine/experiment/runName.ts'
import type { Panel } from './panel.ts'

/**
 * A rule that divides by the very slope it multiplies has no rate to speak of: its steps are as long whatever the
 * slope, and a rate of η / |g| would only draw the slope's zeros.
 */
const cancels = ({ optimizer }: Run) =>
  optimizers[optimizer].readings.effectiveStep?.symbol.endsWith('|') ?? false

/** What multiplies a slope, or its average, to give the step: η for all weights, or one rate for each. */
export const effectiveStep: Panel = {
  id: 'effectiveStep',
  title: 'Effective step',
  word: 'effective step',
  wash: 's',
  forms: [
    {
      tex: '\\eta\\,/\\sqrt{E[g^2]+\\epsilon}',
      needs: ['effectiveStep'],
      suits: (run) => !cancels(run),
      series: () => (trace, step, i) => read(trace, 'effectiveStep', step, i),
    },
  ],
  rows: 'parameter',
  scale: 'log',
  absent: (run) => `${runName(run)} takes only the sign of a slope: its step is as long whatever the slope.`,
}
