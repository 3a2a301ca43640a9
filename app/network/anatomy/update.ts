import { read } from '../../../engine/training/trace.ts'
import type { Panel } from '../../panels/panel.ts'

/** How far each update moves the parameter, and which way. */
export const update: Panel = {
  id: 'update',
  title: 'Update',
  word: 'update',
  wash: 'u',
  forms: [
    { tex: '\\Delta w', needs: ['update'], series: () => (trace, step, i) => read(trace, 'update', step, i) },
  ],
  rows: 'parameter',
  scale: 'linear',
  absent: () => 'There is no update to show.',
}
