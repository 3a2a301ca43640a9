import { expect } from 'vitest'
import { prove } from './proof.fixture.ts'
import { type Entry, race, ravine, shownIn, stepsNear, x, y } from './races.fixture.ts'
import { secondMoment } from './secondMoment.ts'

const near = (figure: string) => shownIn(secondMoment, figure).map((trace) => stepsNear(trace, 0.4))

export const proof = prove(secondMoment, {
  same() {
    const runs: Entry[] = [
      ['rmsprop', { learningRate: 0.1 }],
      ['adam', { learningRate: 0.2 }],
      ['adagrad', { learningRate: 0.5 }],
      ['sign', { learningRate: 0.1 }],
      ['rprop', { learningRate: 0.1 }],
      ['momentum', { learningRate: 0.004 }],
    ]
    const [steep, shallow] = [400, 25].map((kappa) => race(ravine(kappa), 60, runs))
    const apart = runs.map((_, i) => {
      let most = 0
      for (let k = 0; k <= 60; k++)
        for (const w of [x, y]) most = Math.max(most, Math.abs(w(steep[i], k) - w(shallow[i], k)))
      return most
    })
    for (const difference of apart.slice(0, 5)) expect(difference).toBeLessThan(1e-6)
    expect(apart[5]).toBeGreaterThan(0.1)
  },
  faster() {
    const [sgd, , rmsprop, adam] = near('scaled?steps=200')
    expect([sgd, rmsprop, adam]).toEqual([132, 53, 28])
  },
  turned() {
    const [sgd, momentum, rmsprop, adam] = near('turned')
    expect([sgd, momentum, adam]).toEqual([132, 24, 283])
    // It bounces on its way: the last bits of the start move this by a few steps.
    expect(Math.abs(rmsprop - 130)).toBeLessThan(10)
    expect(near('slanted').slice(2, 4)).toEqual([87, 156])
    const [adagrad] = race(ravine(100, 45), 1200, [['adagrad', { learningRate: 0.5 }]])
    expect(stepsNear(adagrad, 0.4)).toBe(1003)
  },
})
