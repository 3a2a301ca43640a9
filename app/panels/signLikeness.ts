import { read, type Trace } from '../../engine/training/trace.ts'
import { runName } from '../../engine/experiment/runName.ts'
import type { Panel } from './panel.ts'

/** |Δw| in units of η: 1 in every coordinate for pure sign descent. */
const ratio = (trace: Trace, step: number, i: number) =>
  Math.abs(read(trace, 'update', step, i)) / read(trace, 'rate', step)

/**
 * φ = |Δw|₁² / (n |Δw|₂²), from 1/n (one coordinate moves) to 1 (all move equally far). It needs no η, and is the
 * density of signSGD (Bernstein et al. 2018). NaN where nothing moves.
 */
export function evenness(trace: Trace, step: number): number {
  const n = trace.layout.channels.update?.size ?? 0
  let sum = 0
  let squares = 0
  for (let i = 0; i < n; i++) {
    const d = Math.abs(read(trace, 'update', step, i))
    sum += d
    squares += d * d
  }
  return (sum * sum) / (n * squares)
}

/** How many coordinates of the updates up to each step moved by η, give or take a tenth; grows with its trace. */
const tallies = new WeakMap<Trace, number[]>()

/** The share of the coordinates of all updates up to `step` that lie within 10 % of η. */
export function signShare(trace: Trace, step: number): number {
  const n = trace.layout.channels.update?.size ?? 0
  let tally = tallies.get(trace)
  if (!tally) tallies.set(trace, (tally = [0]))
  for (let k = tally.length; k <= Math.min(step, trace.length - 1); k++) {
    let count = tally[k - 1]
    for (let i = 0; i < n; i++) if (Math.abs(ratio(trace, k, i) - 1) <= 0.1) count++
    tally.push(count)
  }
  const last = Math.min(step, tally.length - 1)
  return tally[last] / (n * last)
}

export const signLikeness: Panel = {
  id: 'signLikeness',
  title: 'Sign-likeness',
  word: 'sign-likeness',
  wash: 'u',
  forms: [
    {
      tex: '|\\Delta w|\\,/\\,\\eta',
      needs: ['update', 'rate'],
      series: () => ratio,
    },
  ],
  rows: 'parameter',
  scale: 'log',
  span: [1e-2, 1e2],
  lines: [{ value: 1, label: '1 = pure sign(g)' }],
  note({ run, trace, step }) {
    if (!trace || trace.length < 2 || step < 1) return ''
    const phi = evenness(trace, step)
    const share = signShare(trace, step)
    if (Number.isNaN(phi)) return ''
    return `${runName(run)}: φ = ${phi.toFixed(2)}; ${Math.round(100 * share)} % within 10 % of η so far`
  },
  absent: (run) => `${runName(run)} makes no steps.`,
}
