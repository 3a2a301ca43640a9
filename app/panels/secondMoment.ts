import { optimizers } from '../../engine/optimizers/index.ts'
import { read } from '../../engine/training/trace.ts'
import type { Run } from '../../engine/experiment/experiment.ts'
import { plain, setting } from '../drawing/format.ts'
import { records } from './common.ts'
import { runName } from '../../engine/experiment/runName.ts'
import type { Panel } from './panel.ts'

/** Whether the rule divides the bias of the early average away: then what it keeps and what it uses differ. */
const corrects = ({ optimizer, hyperparameters }: Run) =>
  (optimizers[optimizer].readings.secondMoment?.symbol.startsWith('\\hat') ?? false) &&
  hyperparameters.biasCorrection !== false

const kept = (run: Run) => (Object.hasOwn(optimizers[run.optimizer].slots, 'v') ? 'v' : 'secondMoment')

export const secondMoment: Panel = {
  id: 'secondMoment',
  title: 'Second moment',
  word: 'second moment',
  wash: 'v',
  forms: [
    {
      tex: 'E[g^2]',
      label: '\\hat v',
      needs: ['secondMoment'],
      series: () => (trace, step, i) => read(trace, 'secondMoment', step, i),
    },
    {
      tex: 'E[g^2]',
      label: 'v',
      needs: ['secondMoment'],
      series: (_, run) => {
        const channel = kept(run)
        return (trace, step, i) => read(trace, channel, step, i)
      },
    },
  ],
  differs: corrects,
  rows: 'parameter',
  scale: 'log',
  dots: (trace, step, i) => read(trace, 'g', step, i) ** 2,
  note({ experiment, run, visible, form }) {
    const dots = records(experiment, run, 'secondMoment') ? `dots: ${runName(run)}’s g² at each step` : ''
    const corrected = visible.filter(corrects).map(runName)
    const how =
      corrected.length === 0
        ? ''
        : `${corrected.length > 2 ? 'hats' : corrected.map((name) => `${name}’s`).join(', ')} ${
            form === 0 ? 'bias-corrected' : 'as kept, not corrected'
          }`
    return [dots, how].filter(Boolean).join('; ')
  },
  absent(run) {
    const { readings } = optimizers[run.optimizer]
    const same = readings.effectiveStep?.symbol === '\\eta'
    return same
      ? `${runName(run)} keeps none: every weight takes the same η = ${plain(setting(run.hyperparameters.learningRate as number))}.`
      : `${runName(run)} keeps none: it never looks at how large the slopes were.`
  },
}
