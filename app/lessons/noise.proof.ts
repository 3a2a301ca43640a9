import { expect } from 'vitest'
import type { Trace } from '../../engine/training/trace.ts'
import { noise } from './noise.ts'
import { prove } from './proof.fixture.ts'
import { loss, shownIn, upTo } from './races.fixture.ts'

const mean = (trace: Trace, from: number) => {
  let sum = 0
  for (let k = from; k < trace.length; k++) sum += loss(trace, k)
  return sum / (trace.length - from)
}

export const proof = prove(noise, {
  floor() {
    const traces = shownIn(noise, 'floor?steps=15000')
    const rates = [0.03, 0.1, 0.3, 1]
    rates.forEach((eta, i) =>
      expect(Math.abs(mean(traces[i], 1000) / (eta / (2 - eta)) - 1)).toBeLessThan(0.2),
    )
  },
  decay() {
    const [constant, inverse] = shownIn(noise, 'decay')
    expect(mean(inverse, 2900)).toBeLessThan(mean(constant, 2900) / 8)
  },
  slow() {
    const at = (seed: number) =>
      shownIn(noise, `floor?seed=${seed}&lr=.003,.1,.3,1`).map((trace) => loss(trace, 100))
    const all = upTo(10).map(at)
    const average = (i: number) => all.reduce((sum, losses) => sum + losses[i], 0) / 10
    expect(Math.abs(average(0) - 8)).toBeLessThan(1)
    expect(average(2)).toBeLessThan(0.5)
  },
})
