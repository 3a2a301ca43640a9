import { read, type Trace } from '../../engine/training/trace.ts'
import { runName } from '../../engine/experiment/runName.ts'
import type { Panel } from './panel.ts'

/** r = mean |Δwᵢ| / η: 1 for pure sign descent. */
export function meanRatio(trace: Trace, step: number): number {
  const n = trace.layout.channels.update?.size ?? 0
  let sum = 0
  for (let i = 0; i < n; i++) sum += Math.abs(read(trace, 'update', step, i))
  return sum / (n * read(trace, 'rate', step))
}

export const meanStep: Panel = {
  id: 'meanStep',
  title: 'Step length',
  word: 'step length',
  folded: true,
  wash: 'u',
  forms: [
    {
      tex: '|\\Delta w|_1\\,/\\,n\\,\\eta',
      needs: ['update', 'rate'],
      series: () => meanRatio,
    },
  ],
  rows: 'run',
  scale: 'log',
  named: true,
  lines: [{ value: 1, label: '1 = pure sign(g)' }],
  note: () => 'mean over the weights, in units of η',
  absent: (run) => `${runName(run)} makes no steps.`,
}
