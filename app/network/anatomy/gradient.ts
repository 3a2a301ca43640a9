import { read } from '../../../engine/training/trace.ts'
import type { Panel } from '../../panels/panel.ts'

/** The slope that an update is made with: of its minibatch, clipped, with weight decay. */
export const gradient: Panel = {
  id: 'gradient',
  title: 'Gradient',
  word: 'gradient',
  wash: 'g',
  forms: [{ tex: 'g', needs: ['g'], series: () => (trace, step, i) => read(trace, 'g', step, i) }],
  rows: 'parameter',
  scale: 'linear',
  absent: () => 'There is no gradient to show.',
}
