import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Value } from '../parameters.ts'
import { optimizers } from './index.ts'
import { type Gradient, start } from './optimizers.fixture.ts'

type Options = Readonly<Record<string, Value>>

const begin = (id: string, options: Options, from: readonly number[], slope: Gradient) =>
  start(optimizers[id], options, from, slope)

const ravine =
  (kappa: number, scale = 1): Gradient =>
  ([x, y]) => [scale * x, scale * kappa * y]

/** |Δw_k| / η for k = 1, 2, ... under the steady slope g. */
function steady(id: string, options: Options, steps: number, g = 2): number[] {
  const { step, hyper } = begin(id, options, [0], () => [g])
  return Array.from({ length: steps }, () => -step()[0] / (hyper.learningRate as number))
}

/** w after each of so many updates, the start before them. */
function path(
  id: string,
  options: Options,
  from: readonly number[],
  slope: Gradient,
  steps: number,
): number[][] {
  const { w, step } = begin(id, options, from, slope)
  return [[...from], ...Array.from({ length: steps }, () => (step(), [...w]))]
}

/** How many updates until f = ½(x² + κy²) is below `share` of its start, for good within `limit`. */
function stepsTo(
  share: number,
  id: string,
  options: Options,
  kappa: number,
  limit = 3000,
  scale = 1,
): number {
  const heights = path(id, options, [-5, 2], ravine(kappa, scale), limit).map(
    ([x, y]) => x * x + kappa * y * y,
  )
  const last = heights.findLastIndex((f) => !(f <= share * heights[0]))
  return last >= limit - 1 ? Infinity : last + 1
}
const firstBelow = (share: number, id: string, options: Options, kappa: number, scale = 1): number => {
  const heights = path(id, options, [-5, 2], ravine(kappa, scale), 3000).map(
    ([x, y]) => x * x + kappa * y * y,
  )
  return heights.findIndex((f) => f <= share * heights[0])
}

describe('only the sign remains', () => {
  const slopes = fc.array(
    fc
      .tuple(fc.boolean(), fc.double({ min: 1e-150, max: 1e150, noNaN: true }))
      .map(([up, size]) => (up ? size : -size)),
    { minLength: 1, maxLength: 30 },
  )

  test('RMSProp with γ = 0 and ε = 0 is sign descent to the last bit, wherever g² can be held', () => {
    fc.assert(
      fc.property(slopes, fc.double({ min: 1e-6, max: 10, noNaN: true }), (list, learningRate) => {
        const slope: Gradient = (_, k) => [list[k - 1]]
        const bare = { learningRate, decay: 0, epsilon: 0 }
        for (const epsilonInside of [true, false])
          expect(path('rmsprop', { ...bare, epsilonInside }, [1], slope, list.length)).toEqual(
            path('sign', { learningRate }, [1], slope, list.length),
          )
      }),
    )
  })

  test('where g² leaves the range of numbers it is not: nothing is clamped, and ε is what prevents 0/0', () => {
    const bare = { decay: 0, epsilon: 0 }
    expect(Math.abs(steady('rmsprop', bare, 1, 1e200)[0])).toBe(0)
    expect(steady('rmsprop', bare, 1, 1e-200)).toEqual([Infinity])
    expect(steady('rmsprop', bare, 1, 0)).toEqual([NaN])
    expect(Math.abs(steady('rmsprop', { decay: 0, epsilon: 1e-8 }, 1, 0)[0])).toBe(0)
    expect(Math.abs(steady('sign', {}, 1, 0)[0])).toBe(0)
  })

  test('on a steady slope RMSProp starts 1/√(1−γ) too long and comes down to η', () => {
    const steps = steady('rmsprop', {}, 60)
    for (const [k, expected] of [
      [1, 3.1623],
      [2, 2.294],
      [3, 1.921],
      [10, 1.239],
      [23, 1.048],
      [60, 1],
    ])
      expect(steps[k - 1]).toBeCloseTo(expected, 2)
    expect(steps[0]).toBeCloseTo(Math.sqrt(10), 6)
    for (const [decay, within] of [
      [0.5, 4],
      [0.9, 23],
      [0.99, 237],
      [0.999, 2375],
    ]) {
      const list = steady('rmsprop', { decay }, 2400)
      expect(list.findIndex((step) => step < 1.05) + 1).toBe(within)
    }
  })

  test('the place of ε decides which slopes count as steep', () => {
    const halved = (epsilonInside: boolean, g: number) =>
      steady('rmsprop', { epsilonInside, epsilon: 1e-8 }, 400, g)[399]
    expect(halved(true, 1e-4)).toBeCloseTo(Math.SQRT1_2, 6)
    expect(halved(false, 1e-8)).toBeCloseTo(0.5, 6)
    expect(halved(false, 1e-4)).toBeCloseTo(1, 3)
    expect(halved(true, 1e-8)).toBeLessThan(1e-3)
  })

  test.each([
    [0.1, 0.9],
    [1, 0.5],
    [1, 0.9],
    [1, 0.99],
    [100, 0.9],
  ])('at curvature %d and γ = %d RMSProp never settles: it ends in a 2-cycle of ±η/2', (curvature, decay) => {
    const ends = path('rmsprop', { learningRate: 0.1, decay }, [3.3], ([x]) => [curvature * x], 3000).slice(
      -2,
    )
    expect(Math.abs(ends[0][0])).toBeCloseTo(0.05, 4)
    expect(ends[1][0]).toBeCloseTo(-ends[0][0], 4)
  })

  test.each(['rmsprop', 'adam', 'adagrad', 'adadelta', 'sign', 'rprop'])(
    'the path of %s does not depend on how steep the ravine is, that of SGD does',
    (id) => {
      const apart = (name: string, options: Options) => {
        const [gentle, steep] = [25, 400].map((kappa) => path(name, options, [-5, 2], ravine(kappa), 60))
        return Math.max(...gentle.flatMap((w, k) => w.map((x, i) => Math.abs(x - steep[k][i]))))
      }
      expect(apart(id, { ...(id !== 'sign' && id !== 'rprop' && { epsilon: 1e-14 }) })).toBeLessThan(1e-6)
      expect(apart('sgd', { learningRate: 0.004 })).toBeGreaterThan(0.1)
    },
  )

  test('RProp is not its namesake limit: it settles in 13 updates, sign descent bounces for ever', () => {
    expect(stepsTo(0.01, 'rprop', { learningRate: 0.1 }, 25)).toBe(13)
    expect(firstBelow(0.01, 'sign', { learningRate: 0.1 }, 25)).toBe(40)
    expect(stepsTo(1e-6, 'rprop', {}, 25)).toBeLessThan(100)
    expect(stepsTo(1e-6, 'sign', {}, 25)).toBe(Infinity)
  })

  test('after a change of sign RProp halves its step and waits for one update', () => {
    const { step, update } = begin('rprop', { learningRate: 1 }, [0], (_, k) => [k < 3 ? 1 : -1])
    const steps = Array.from({ length: 5 }, () => step()[0])
    for (const [k, expected] of [-1, -1.2, 0, 0.6, 0.72].entries()) expect(steps[k]).toBeCloseTo(expected, 12)
    expect(update.slots.stepSize[0]).toBeCloseTo(0.72, 12)
  })

  test('the first step of RProp is the scheduled rate, as in PyTorch; later rates do not matter to it', () => {
    const { step, update } = begin('rprop', { learningRate: 1 }, [0], () => [-1])
    update.rate = 0.25
    expect(step()).toEqual([0.25])
    update.rate = 7
    expect(step()[0]).toBeCloseTo(0.3, 12)
  })

  test('every step of Lion is η long', () => {
    const { step } = begin('lion', { learningRate: 0.25 }, [8, -8], ravine(50))
    for (let k = 0; k < 40; k++) expect(step().map(Math.abs)).toEqual([0.25, 0.25])
  })
})

describe('Adam and its corrections', () => {
  test('with the correction the first step is η for any δ and γ', () => {
    for (const [beta1, beta2] of [
      [0.9, 0.999],
      [0, 0.5],
      [0.99, 0.9],
      [0.999, 0.999],
    ])
      for (const step of steady('adam', { beta1, beta2 }, 50)) expect(step).toBeCloseTo(1, 6)
  })

  test('without it the first step is 3.1623 η, and the longest 6.569 η at k = 12', () => {
    const steps = steady('adam', { biasCorrection: false }, 2400)
    expect(steps[0]).toBeCloseTo(3.1623, 3)
    expect(steps[1]).toBeCloseTo(4.25, 2)
    expect(Math.max(...steps)).toBeCloseTo(6.569, 3)
    expect(steps.indexOf(Math.max(...steps)) + 1).toBe(12)
    expect(steps[99]).toBeCloseTo(3.24, 2)
    expect(steps[999]).toBeCloseTo(1.26, 2)
    expect(steps.findLastIndex((step) => step > 1.05) + 2).toBe(2375)
  })

  test('without it the start is slow only for δ > 1 − √(1−γ)', () => {
    for (const [beta1, beta2, first] of [
      [0.9, 0.9, 0.316],
      [0.99, 0.999, 0.316],
      [0.99, 0.99, 0.1],
      [0.999, 0.999, 0.032],
    ])
      expect(steady('adam', { biasCorrection: false, beta1, beta2 }, 1)[0]).toBeCloseTo(first, 3)
  })

  test('on Reddi, Kale & Kumar’s example Adam goes to the worst point, AMSGrad and SGD to the best', () => {
    const end = (id: string, options: Options) => {
      const { w, step, update } = begin(id, options, [0], (_, k) => [k % 3 === 1 ? 3 : -1])
      for (let k = 1; k <= 3000; k++) {
        update.rate = 0.1 / Math.sqrt(k)
        step()
        w[0] = Math.max(-1, Math.min(1, w[0]))
      }
      return w[0]
    }
    const forgetful = { beta1: 0, beta2: 0.1 }
    expect(end('adam', forgetful)).toBeGreaterThan(0.9)
    expect(end('adam', { ...forgetful, amsgrad: true })).toBeLessThan(-0.9)
    expect(end('sgd', {})).toBeLessThan(-0.9)
    expect(end('adam', { beta1: 0, beta2: 0.9 })).toBeLessThan(-0.9)
  })

  test('AdamW shrinks w by 1 − ηλ an update; through Adam’s division every λ shrinks it alike', () => {
    for (const [lambda, decoupled] of [
      [0.01, 0.995],
      [0.1, 0.951],
      [1, 0.605],
    ]) {
      const beside = path('adamw', { learningRate: 0.01, weightDecay: lambda }, [1], () => [0], 50)
      expect(beside[50][0]).toBeCloseTo(decoupled, 3)
      const inside = path(
        'adam',
        { learningRate: 0.01, epsilonInside: false },
        [1],
        ([w]) => [lambda * w],
        50,
      )
      expect(inside[50][0]).toBeCloseTo(0.537, 3)
    }
  })

  test('RAdam does not divide by its mean square before update 6, at γ = 0.999', () => {
    const { step, update } = begin('radam', {}, [1], () => [1])
    const used = Array.from({ length: 8 }, () => (step(), update.slots.rectification[0] > 0))
    expect(used).toEqual([false, false, false, false, false, true, true, true])
  })

  test('a step of AdaMax is η on a steady slope, and not longer after a slope that was steeper', () => {
    expect(steady('adamax', {}, 1)[0]).toBeCloseTo(1, 6)
    const { step } = begin('adamax', { learningRate: 1 }, [0], (_, k) => [k === 1 ? 100 : 1])
    const steps = Array.from({ length: 30 }, () => Math.abs(step()[0]))
    expect(Math.max(...steps)).toBeCloseTo(1, 6)
    expect(steps[29]).toBeLessThan(0.1)
  })

  test('NAdam leans on the latest slope: a sudden one moves it further than Adam', () => {
    const sudden: Gradient = (_, k) => [k === 20 ? 5 : 0.1]
    const steady20 = (id: string) => path(id, { learningRate: 0.1 }, [0], sudden, 20)
    const last = (id: string) => Math.abs(steady20(id)[20][0] - steady20(id)[19][0])
    expect(last('nadam')).toBeGreaterThan(1.5 * last('adam'))
  })
})

describe('Adagrad and AdaDelta', () => {
  test('on a steady slope the steps of Adagrad are η/√k', () => {
    const steps = steady('adagrad', {}, 100)
    for (const k of [1, 2, 10, 100]) expect(steps[k - 1]).toBeCloseTo(1 / Math.sqrt(k), 6)
  })

  test('the first step of AdaDelta is √(ε/(1−γ)): ε is its learning rate', () => {
    expect(steady('adadelta', { epsilon: 1e-6 }, 1, 20)[0]).toBeCloseTo(Math.sqrt(1e-5), 6)
    expect(steady('adadelta', { epsilon: 1e-4 }, 1, 20)[0]).toBeCloseTo(Math.sqrt(1e-3), 6)
    expect(steady('adadelta', { epsilon: 1e-6, decay: 0.95 }, 1, 20)[0]).toBeCloseTo(4.5e-3, 4)
    expect(steady('adadelta', { epsilon: 1e-4, decay: 0.95 }, 1, 20)[0]).toBeCloseTo(4.5e-2, 3)
  })

  test('a loss a thousand times as steep does not change how long AdaDelta takes; SGD diverges', () => {
    const options = { epsilon: 1e-6, decay: 0.95 }
    expect(firstBelow(0.01, 'adadelta', options, 25, 1000)).toBe(firstBelow(0.01, 'adadelta', options, 25))
    expect(firstBelow(0.01, 'sgd', { learningRate: 0.07 }, 25)).toBe(21)
    expect(firstBelow(0.01, 'sgd', { learningRate: 0.07 }, 25, 1000)).toBe(-1)
  })

  test('late, the rate of AdaDelta tends to 1: it settles at curvature 1.9 and wakes up at curvature 5', () => {
    const options = { epsilon: 1e-4, decay: 0.95 }
    const at = (curvature: number) => path('adadelta', options, [1], ([x]) => [curvature * x], 5000)
    const steep = at(5)
    expect(Math.abs(steep[200][0])).toBeLessThan(1e-6)
    expect(Math.abs(steep[5000][0])).toBeGreaterThan(0.1)
    expect(Math.abs(at(1.9)[5000][0])).toBeLessThan(1e-6)
  })
})

describe('the power of the second moment', () => {
  test.each([0, 0.125, 0.25, 0.375, 0.5, 0.6, 0.75, 1])(
    'at p = %d the first step is as steep as the gradient to the power 1 − 2p',
    (exponent) => {
      const [dx, dy] = begin('power', { exponent, epsilon: 0 }, [-5, 2], ravine(100)).step()
      expect(Math.abs(dy / dx)).toBeCloseTo(Math.pow(40, 1 - 2 * exponent), 10)
    },
  )

  test('p = 0 is SGD to the last bit', () => {
    const options = { learningRate: 0.03 }
    expect(path('power', { ...options, exponent: 0 }, [-5, 2], ravine(50), 100)).toEqual(
      path('sgd', options, [-5, 2], ravine(50), 100),
    )
  })

  test('p = ½ is Adam without its first moment', () => {
    const mine = path('power', { decay: 0.9 }, [-5, 2], ravine(50), 40)
    const adam = path('adam', { learningRate: 0.1, beta1: 0, beta2: 0.9 }, [-5, 2], ravine(50), 40)
    expect(mine.flat().every((x, i) => Math.abs(x - adam.flat()[i]) < 1e-9)).toBe(true)
  })
})

describe('momentum', () => {
  test('the velocity and the buffer draw one path at a constant rate, another when the rate falls', () => {
    const apart = (falling: boolean) => {
      const runs = ['classic', 'buffer'].map((form) => {
        const run = begin('momentum', { form }, [-5, 2], ravine(25))
        for (let k = 1; k <= 60; k++) {
          if (falling && k === 20) run.update.rate /= 10
          run.step()
        }
        return run.w
      })
      return Math.max(...[0, 1].map((i) => Math.abs(runs[0][i] - runs[1][i])))
    }
    expect(apart(false)).toBeLessThan(1e-12)
    expect(apart(true)).toBeGreaterThan(0.01)
  })

  test('the first gradient enters the dampened buffer whole', () => {
    const steps = steady('momentum', { form: 'buffer', dampening: 0.5, momentum: 0.9 }, 2)
    expect(steps[0]).toBeCloseTo(2, 12)
    expect(steps[1]).toBeCloseTo(0.9 * 2 + 0.5 * 2, 12)
  })

  test('on a steady slope it gains a factor 1/(1−β)', () => {
    for (const id of ['momentum', 'nesterov']) expect(steady(id, {}, 300, 1)[299]).toBeCloseTo(10, 6)
  })

  test('the buffer form of Nesterov draws the look-ahead points of the other form', () => {
    const buffer = path('nesterov', { form: 'buffer' }, [-5, 2], ravine(25), 60)
    const { w, step, update } = begin('nesterov', {}, [-5, 2], ravine(25))
    const point = new Float64Array(2)
    let iteratesApart = 0
    for (let k = 1; k <= 60; k++) {
      step()
      optimizers.nesterov.lookAhead?.(update, point)
      for (const i of [0, 1]) {
        expect(point[i]).toBeCloseTo(buffer[k][i], 12)
        iteratesApart = Math.max(iteratesApart, Math.abs(w[i] - buffer[k][i]))
      }
    }
    expect(iteratesApart).toBeGreaterThan(0.1)
  })

  test('SGD is stable up to 2/L: at 2/L it bounces from wall to wall for ever', () => {
    const height = (share: number) => {
      const [x, y] = path('sgd', { learningRate: (share * 2) / 25 }, [-5, 2], ravine(25), 300)[300]
      return 0.5 * (x * x + 25 * y * y)
    }
    expect(height(0.99)).toBeLessThan(1e-2)
    expect(height(1)).toBeCloseTo(50, 6)
    expect(height(1.01)).toBeGreaterThan(1e5)
  })

  test('with η and β set together it takes √κ where SGD takes κ', () => {
    const heavy = (kappa: number) => ({
      learningRate: (2 / (Math.sqrt(kappa) + 1)) ** 2,
      momentum: ((Math.sqrt(kappa) - 1) / (Math.sqrt(kappa) + 1)) ** 2,
    })
    expect(firstBelow(1e-6, 'sgd', { learningRate: 2 / 26 }, 25)).toBe(87)
    expect(firstBelow(1e-6, 'momentum', heavy(25), 25)).toBe(27)
    expect(firstBelow(1e-6, 'nesterov', { learningRate: 4 / 76, momentum: 0.627 }, 25)).toBe(32)
    expect(firstBelow(1e-6, 'sgd', { learningRate: 2 / 101 }, 100)).toBe(346)
    expect(firstBelow(1e-6, 'momentum', heavy(100), 100)).toBe(58)
  })

  test('at β = 0.9 a heavy ball is stable up to 3.8/L, Nesterov only up to 1.357/L', () => {
    const far = (id: string, times: number) =>
      Math.abs(path(id, { learningRate: times / 25 }, [-5, 2], ravine(25), 400)[400][1])
    expect(far('momentum', 3.7)).toBeLessThan(1)
    expect(far('momentum', 3.9)).toBeGreaterThan(100)
    expect(far('nesterov', 1.3)).toBeLessThan(1)
    expect(far('nesterov', 1.4)).toBeGreaterThan(100)
  })
})
