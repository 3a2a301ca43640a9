import { expect } from 'vitest'
import { read, type Trace } from '../../engine/training/trace.ts'
import { accuracyOn, each, end, median, trained, withNetwork } from './networks.fixture.ts'
import { prove } from './proof.fixture.ts'
import { search } from './search.ts'

const seeds = [1, 2, 3, 4, 5]
const leastOf = (losses: readonly number[]) =>
  losses.reduce((a, b) => (Number.isNaN(b) ? a : Math.min(a, b)), Infinity)
const lossesOf = (trace: Trace) => Array.from({ length: 801 }, (_, k) => read(trace, 'validationLoss', k))

const measure = () =>
  trained(search, 'stop', seeds, (runner) => {
    const [trace, stopped] = runner.traces
    const losses = lossesOf(trace)
    const least = leastOf(losses)
    const best = losses.indexOf(least)
    const test = [0, 1].map((i) =>
      withNetwork(runner, i, (network, data) => accuracyOn(network, data, data.test)),
    )
    return {
      best,
      ratio: losses[800] / least,
      kept: stopped.finished?.best,
      gain: test[1] - test[0],
      falls: end('trainLoss')(trace) < read(trace, 'trainLoss', best),
    }
  })
/** Four claims are of the same runs. */
let kept: ReturnType<typeof measure> | undefined
const measured = () => (kept ??= measure())

export const proof = prove(search, {
  early() {
    for (const { best, falls } of measured()) {
      expect(best).toBeLessThan(400)
      expect(falls).toBe(true)
    }
  },
  worse() {
    expect(median(measured().map(({ ratio }) => ratio))).toBeGreaterThan(1.5)
  },
  patience() {
    for (const { best, kept } of measured()) expect(kept).toBe(best)
  },
  gain() {
    expect(median(measured().map(({ gain }) => gain))).toBeGreaterThan(0.04)
  },
  line() {
    trained(search, 'rates', [1], (runner) => {
      const [training, validation] = ['trainLoss', 'validationLoss'].map((channel) => each(channel)(runner))
      expect(training[4]).toBe(Math.min(...training))
      expect(validation[2]).toBe(Math.min(...validation))
      for (const [loss, said] of [
        [training[4], 0.03],
        [validation[2], 0.21],
        [validation[4], 0.56],
      ])
        expect(Math.abs(loss - said)).toBeLessThan(0.01)
    })
  },
  rates() {
    const winners = trained(search, 'rates', [1, 2, 3], (runner) =>
      ['trainLoss', 'validationLoss'].map((channel) => {
        const losses = each(channel)(runner)
        return losses.indexOf(Math.min(...losses))
      }),
    )
    for (const [training, validation] of winners) expect(training).not.toBe(validation)
  },
})
