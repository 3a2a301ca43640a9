import { measured, plain } from '../drawing/format.ts'
import { read } from '../../engine/training/trace.ts'
import { floorOf } from './common.ts'
import { runName } from '../../engine/experiment/runName.ts'
import type { Panel } from './panel.ts'

/** On a log scale, so what is plotted is the height over the least value. */
export const loss: Panel = {
  id: 'loss',
  title: 'Loss',
  word: 'loss',
  forms: [
    {
      tex: 'L(w)',
      needs: ['loss'],
      series: (experiment) => {
        const floor = floorOf(experiment)
        return (trace, step) => read(trace, 'loss', step) - floor
      },
    },
  ],
  rows: 'run',
  scale: 'log',
  zeroIsBelow: true,
  named: true,
  note: ({ experiment }) => {
    const floor = floorOf(experiment)
    return floor === 0 ? '' : `height above ${plain(measured(floor))}`
  },
  absent: (run) => `${runName(run)} has no loss.`,
}
