import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Experiment } from '../../engine/experiment/experiment.ts'
import { networkOpening } from '../../engine/experiment/networks.ts'
import { opening } from '../../engine/experiment/opening.ts'
import '../../engine/training/networks.ts'
import { createRunner } from '../../engine/training/runner.ts'
import type { Trace } from '../../engine/training/trace.ts'
import { forkRun, setRun } from './runEdits.ts'

/** What a trunk records, of a run's rows `from` up to `to`, as a hash of every bit. */
function bits({ rows, layout }: Trace, { layout: { channels } }: Trace, from: number, to: number): string {
  const hash = createHash('sha256')
  for (let k = from; k < to; k++)
    for (const [name, { size }] of Object.entries(channels)) {
      const start = k * layout.stride + layout.channels[name].offset
      hash.update(rows.slice(start, start + size))
    }
  return hash.digest('hex')
}

function traces(experiment: Experiment) {
  const runner = createRunner(experiment)
  runner.advance(experiment.steps)
  runner.release()
  return runner.traces
}

const short = (experiment: Experiment): Experiment => ({
  ...experiment,
  steps: 40,
  runs: experiment.runs.filter(({ id }) => id === 'adam'),
})
const RATE = 'hyperparameters.learningRate'

it.each([
  ['its rate on a surface', opening(), RATE, 0.05],
  ['its rule on a surface', opening(), 'optimizer', 'rprop'],
  ['its rate in a network', networkOpening(), RATE, 0.005],
  [
    'batch norm',
    networkOpening(),
    'problem.batchNorm',
    { on: true, epsilon: 1e-5, momentum: 0.1, stopGradient: false, inference: 'running', layers: 'all' },
  ],
  ['dropout', networkOpening(), 'problem.dropout', { inputs: 1, hidden: 0.8, form: 'lecture' }],
])('a fork has the same bits up to its step and others after it: %s', (_, experiment, path, value) => {
  const [trunk, fork] = traces(forkRun('adam', { step: 20, path, value })(short(experiment)))
  expect(bits(fork, trunk, 0, 21)).toBe(bits(trunk, trunk, 0, 21))
  expect(bits(fork, trunk, 21, 22)).not.toBe(bits(trunk, trunk, 21, 22))
})

it('a run that is split goes its own way from the start, and leaves the other as it was', () => {
  const one = short(networkOpening())
  const two = forkRun('adam', { step: 0, path: 'weightDecay', value: 0 })(one)
  const split = setRun('adam-2', 'problem.hidden', [4])(two)
  const [alone] = traces(one)
  const [kept, own] = traces(split)
  expect(bits(kept, kept, 0, 41)).toBe(bits(alone, alone, 0, 41))
  expect(bits(own, own, 0, 1)).not.toBe(bits(kept, kept, 0, 1))
})
