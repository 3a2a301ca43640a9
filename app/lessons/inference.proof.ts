import { expect } from 'vitest'
import { Random } from '../../engine/random.ts'
import { read } from '../../engine/training/trace.ts'
import { inference } from './inference.ts'
import { each, median, trained } from './networks.fixture.ts'
import { prove } from './proof.fixture.ts'
import { upTo } from './races.fixture.ts'

export const proof = prove(inference, {
  cold() {
    const all = trained(inference, 'cold', [1, 2, 3], each('validationAccuracy'))
    expect(median(all.map(([slow]) => slow))).toBeLessThan(0.7)
    expect(median(all.map(([, , population]) => population))).toBeGreaterThan(0.95)
  },
  alike() {
    trained(inference, 'cold', [1], ({ traces: [slow, ...others] }) => {
      for (const trace of others)
        for (const k of upTo(120)) expect(read(trace, 'loss', k)).toBe(read(slow, 'loss', k))
    })
  },
  biased() {
    const random = new Random(3, 'batches')
    for (const B of [2, 4, 8, 32]) {
      const variances = upTo(20_000).map(() => {
        const batch = upTo(B).map(() => random.normal())
        const mean = batch.reduce((sum, z) => sum + z, 0) / B
        return batch.reduce((sum, z) => sum + (z - mean) ** 2, 0) / B
      })
      const ratio = variances.reduce((sum, one) => sum + one, 0) / variances.length
      expect(Math.abs(ratio / (1 - 1 / B) - 1)).toBeLessThan(0.05)
    }
  },
})
