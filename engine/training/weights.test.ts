import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import type { Experiment } from '../experiment/experiment.ts'
import { experimentToText, parseText } from '../experiment/text.ts'
import '../experiment/networks.ts'
import { optimizers } from '../optimizers/index.ts'
import { fingerprint } from './fingerprint.ts'
import { adam, allReleased, finishAfter, network, tracesOf } from './networks.fixture.ts'
import { createProber } from './prober.ts'
import { createRunner, revisit } from './runner.ts'
import { read, type Trace } from './trace.ts'

afterEach(allReleased)

/** W and b of a 2–6–5–1 network; γ and β of its hidden layers come after them. */
const PLAIN = 2 * 6 + 6 + 6 * 5 + 5 + 5 + 1
const bn = (on: boolean) => ({ on })

/** One parameter over the steps of the first run. */
const follow = (one: Experiment, index: number): Trace => {
  const runner = createRunner({ ...one, runs: [one.runs[0]] }, undefined, {}, { follow: index })
  runner.advance(one.steps)
  return finishAfter(runner, ({ followed }) => followed[0])
}
const stateAt = (one: Experiment, step: number) =>
  finishAfter(revisit(one, [], step), (runner) => runner.checkpoint().runs[0])

describe('a frozen weight', () => {
  test.each(Object.keys(optimizers))('never moves under %s, whatever it remembers of it', (optimizer) => {
    fc.assert(
      fc.property(
        fc.nat({ max: PLAIN - 1 }),
        fc.constantFrom(0, 0.01),
        fc.nat({ max: 20 }),
        (index, decay, step) => {
          const one = network(
            { l2: decay },
            {
              steps: 30,
              runs: [{ optimizer, weightDecay: decay, clipping: { kind: 'norm', max: 1 } }],
              changes: [{ step, path: `frozen.${index}`, value: true }],
            },
          )
          const trace = follow(one, index)
          const at = (k: number) => read(trace, 'w', k)
          for (let k = step + 1; k <= 30; k++) {
            expect(at(k)).toBe(at(step))
            expect(read(trace, 'g', k)).toBe(0)
          }
        },
      ),
      { numRuns: 8 },
    )
  })

  test('leaves what comes before as it was, and goes on from where it stands once it is let go', () => {
    const changes = [
      { step: 40, path: 'frozen.3', value: true },
      { step: 80, path: 'frozen.3', value: false },
    ]
    const free = follow(network({}), 3)
    const held = follow(network({}, { changes }), 3)
    for (let k = 0; k <= 40; k++) expect(read(held, 'w', k)).toBe(read(free, 'w', k))
    expect(read(held, 'w', 41)).not.toBe(read(free, 'w', 41))
    expect(read(held, 'w', 80)).toBe(read(held, 'w', 40))
    expect(Math.abs(read(held, 'w', 81) - read(held, 'w', 80))).toBeGreaterThan(0)
    // Its second moment has faded meanwhile, by 0.999 a step.
    expect(read(held, 'v', 80) / read(held, 'v', 40)).toBeCloseTo(0.999 ** 40, 10)
  })

  test('is the same one after batch norm has moved it to another place; γ can be frozen before it is there', () => {
    const gamma = PLAIN + 2
    const one = network(
      {},
      {
        changes: [
          { step: 10, path: 'frozen.40', value: true },
          { step: 20, path: `frozen.${gamma}`, value: true },
          { step: 50, path: 'problem.batchNorm', value: bn(true) },
          { step: 90, path: 'problem.batchNorm', value: bn(false) },
        ],
      },
    )
    const weight = follow(one, 40)
    for (const k of [11, 50, 51, 90, 91, 120]) expect(read(weight, 'w', k)).toBe(read(weight, 'w', 10))
    const scale = follow(one, gamma)
    expect([50, 51, 90, 91].map((k) => read(scale, 'w', k))).toEqual([NaN, 1, 1, NaN])
    expect(read(follow(one, gamma + 1), 'w', 90)).not.toBe(1)
  })
})

describe('a weight that is set', () => {
  const at = (step: number, index = 3, value = 0.75) =>
    network({}, { changes: [{ step, path: `weights.${index}`, value }] })

  test('has this value after the step, and what the optimizer keeps of it stays', () => {
    const free = follow(network({}), 3)
    const set = follow(at(40), 3)
    for (let k = 0; k < 40; k++) expect(read(set, 'w', k)).toBe(read(free, 'w', k))
    expect(read(set, 'w', 40)).toBe(0.75)
    for (const channel of ['m', 'v', 'g']) expect(read(set, channel, 40)).toBe(read(free, channel, 40))
    expect(read(set, 'update', 40)).toBeCloseTo(read(free, 'update', 40), 12)
    expect(Math.abs(read(set, 'w', 41) - 0.75)).toBeLessThan(0.05)
  })

  test('at step 0 is the initial value, the same as in a list of all of them', () => {
    const drawn = [...stateAt(network({}), 0).w]
    expect(fingerprint(tracesOf(network({ weights: drawn })))).toBe(fingerprint(tracesOf(network({}))))
    drawn[3] = 0.75
    expect(fingerprint(tracesOf(network({ weights: drawn })))).toBe(fingerprint(tracesOf(at(0))))
  })

  test('γ that is not there is left alone', () => {
    expect(fingerprint(tracesOf(at(40, PLAIN)))).toBe(fingerprint(tracesOf(network({}))))
  })

  test('gives the same bits from its link, and from any checkpoint', () => {
    const one = network(
      { batchNorm: bn(true) },
      {
        runs: [adam, { optimizer: 'nesterov' }],
        changes: [
          { step: 0, run: 'adam', path: 'weights.0', value: -1.5 },
          { step: 30, path: 'frozen.20', value: true },
          { step: 31, path: `weights.${PLAIN}`, value: 2 },
          { step: 60, run: 'adam', path: 'problem.batchNorm', value: bn(false) },
          { step: 60, path: 'weights.20', value: 0.1 },
        ],
      },
    )
    const straight = tracesOf(one)
    const parsed = parseText(experimentToText(one))
    expect(parsed).toMatchObject({ ok: true })
    if (parsed.ok) expect(fingerprint(tracesOf(parsed.experiment))).toBe(fingerprint(straight))
    const kept = [0, 30, 31, 60, 61].map((step) =>
      structuredClone(finishAfter(revisit(one, [], step), (runner) => runner.checkpoint())),
    )
    for (const step of [1, 30, 31, 32, 60, 61, 62, 120]) {
      const [trace] = finishAfter(revisit(one, kept, step), ({ traces }) => traces)
      for (const channel of ['objective', 'weightNorm'])
        expect(read(trace, channel, step), `${channel} at ${step}`).toEqual(read(straight[0], channel, step))
    }
  })
})

test('a weight over the steps is what a look at each step shows, however it is asked for', () => {
  const one = network(
    {},
    {
      runs: [adam, { optimizer: 'rmsprop', hyperparameters: { learningRate: 0.01 } }],
      changes: [{ step: 50, run: 'adam', path: 'problem.batchNorm', value: bn(true) }],
    },
  )
  const prober = createProber(one, () => [])
  const look = { runs: [0, 1], map: [1, 1], neuron: 1 } as const
  const index = PLAIN - 1
  const rows: number[][] = [[], []]
  for (let to = 0; to <= 120; to += 17) {
    const from = rows.map(({ length }) => length / 1)
    const answers = prober.answer({
      ...look,
      step: 0,
      parts: ['series'],
      follow: { index, from, to: Math.min(120, to) },
    })
    answers.forEach(({ series }, i) => {
      const { stride, channels } = series!.layout
      for (let row = 0; row < series!.rows.length; row += stride)
        rows[i].push(series!.rows[row + channels.secondMoment.offset])
    })
  }
  for (const step of [1, 30, 50, 51, 102])
    prober.answer({ ...look, step, parts: ['state'] }).forEach(({ slots, w }, i) => {
      // b of the output stands last, with batch norm too.
      expect(slots!.secondMoment[w!.length - 1], `${i} at ${step}`).toBe(Math.fround(rows[i][step]))
    })
  prober.release()
})
