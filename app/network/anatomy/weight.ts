import { read } from '../../../engine/training/trace.ts'
import type { Panel } from '../../panels/panel.ts'

/** The parameter itself. */
export const weight: Panel = {
  id: 'weight',
  title: 'Weight',
  word: 'weight',
  forms: [{ tex: 'w', needs: ['w'], series: () => (trace, step, i) => read(trace, 'w', step, i) }],
  rows: 'parameter',
  scale: 'linear',
  absent: () => 'There is no weight to show.',
}
