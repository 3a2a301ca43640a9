import { read, type Trace } from '../../../engine/training/trace.ts'
import type { Panel } from '../../panels/panel.ts'

/** How many updates are looked back on. */
const BACK = 20

/**
 * The share of the last updates in which a parameter went against its slope, sign(Δw) = −sign(g), of those in which
 * there was a slope and a move: 1 for descent along g, near ½ where memory and noise decide. NaN where there was none.
 */
export function signAgreement(trace: Trace, step: number, i: number): number {
  let counted = 0
  let against = 0
  for (let k = Math.max(1, step - BACK + 1); k <= step; k++) {
    const sign = Math.sign(read(trace, 'update', k, i)) * Math.sign(read(trace, 'g', k, i))
    if (sign === 0 || Number.isNaN(sign)) continue
    counted++
    if (sign < 0) against++
  }
  return counted > 0 ? against / counted : NaN
}

export const signs: Panel = {
  id: 'signs',
  title: 'Sign agreement',
  word: 'sign agreement',
  forms: [
    {
      tex: '\\operatorname{sign}\\Delta w=-\\operatorname{sign}g',
      needs: ['update', 'g'],
      series: () => signAgreement,
    },
  ],
  rows: 'parameter',
  scale: 'linear',
  span: [0, 1],
  lines: [{ value: 0.5, label: '½: as by chance' }],
  note: () => `share of the last ${BACK} steps`,
  absent: () => 'There is no update to show.',
}
