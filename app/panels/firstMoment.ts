import { read } from '../../engine/training/trace.ts'
import { runName } from '../../engine/experiment/runName.ts'
import type { Panel } from './panel.ts'

export const firstMoment: Panel = {
  id: 'firstMoment',
  title: 'First moment',
  word: 'first moment',
  folded: true,
  wash: 'm',
  forms: [
    {
      tex: 'm',
      needs: ['firstMoment'],
      series: () => (trace, step, i) => read(trace, 'firstMoment', step, i),
    },
  ],
  rows: 'parameter',
  scale: 'linear',
  absent: (run) => `${runName(run)} keeps none: it follows the slope of the moment and forgets it.`,
}
