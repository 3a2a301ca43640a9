import { surfaceOf } from '../../../engine/experiment/kinds.ts'
import { read } from '../../../engine/training/trace.ts'
import { eta, type Rule, short } from './note.ts'

const WINDOW = 10
/** A fixed step that goes to and fro over the floor: ±η/2. */
export const bouncing: Rule = ({ experiment, racers }) => {
  if (surfaceOf(experiment).noise > 0) return undefined
  for (const { trace, name } of racers) {
    const k = trace.length - 1
    if (k < 2 * WINDOW || trace.stopped !== undefined || !('effectiveStep' in trace.layout.channels)) continue
    const rate = read(trace, 'rate', k)
    const axis = [0, 1].find((i) => {
      for (let j = k - WINDOW; j <= k; j++) {
        const ratio = read(trace, 'update', j, i) / rate
        const turns = ratio * read(trace, 'update', j - 1, i) < 0
        if (!turns || Math.abs(Math.abs(ratio) - 1) > 0.1) return false
      }
      return true
    })
    if (axis === undefined) continue
    return [
      name,
      ' does not settle: it bounces by ±',
      eta,
      `/2 = ${short(rate / 2)} across `,
      { math: 'w', sub: String(axis + 1) },
      ', because its step stays ',
      eta,
      ' however small the slope.',
    ]
  }
  return undefined
}
