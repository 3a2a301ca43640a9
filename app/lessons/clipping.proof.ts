import { expect } from 'vitest'
import { Random } from '../../engine/random.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import type { Trace } from '../../engine/training/trace.ts'
import { clipping } from './clipping.ts'
import { accuracyOn, median, shifted, trained, withNetwork } from './networks.fixture.ts'
import { prove } from './proof.fixture.ts'
import { first, loss, shownIn, update, upTo, x, y } from './races.fixture.ts'

const stepOf = (trace: Trace, k: number) => Math.hypot(update(trace, k, 0), update(trace, k, 1))

/** Of a hundred random starts, for each run: how many arrive, and the longest step. */
function fromEverywhere() {
  const random = new Random(9, 'starts')
  const results = upTo(100).map(() => {
    const start = [3 + 4.5 * random.uniform(), -4.5 + 4 * random.uniform()]
    return shownIn(clipping, `cliff?start=${start.join()}&steps=1500`).map((trace) => ({
      arrived: first(trace, (k) => loss(trace, k) < 0.01) < Infinity,
      jump: Math.max(...upTo(1500).map((k) => stepOf(trace, k))),
    }))
  })
  return [0, 1].map((i) => ({
    share: results.filter((pair) => pair[i].arrived).length / 100,
    longest: Math.max(...results.map((pair) => pair[i].jump)),
  }))
}
let keptStarts: ReturnType<typeof fromEverywhere> | undefined
const starts = () => (keptStarts ??= fromEverywhere())

const gains = () =>
  trained(clipping, 'shifts', [1, 2, 3], (runner) => {
    const [still, moved] = [0, 1].map((i) =>
      withNetwork(runner, i, (network, data) => ({
        inPlace: accuracyOn(network, data, data.validation),
        moved: accuracyOn(network, data, shifted(data, data.validation)),
      })),
    )
    return { still, moved }
  })
let keptGains: ReturnType<typeof gains> | undefined
const digits = () => (keptGains ??= gains())

export const proof = prove(clipping, {
  thrown() {
    const [free] = shownIn(clipping, 'cliff')
    expect(Math.max(...upTo(150).map((k) => stepOf(free, k)))).toBeGreaterThan(50)
    expect(Math.hypot(x(free, 150), y(free, 150))).toBeGreaterThan(50)
  },
  slopes() {
    const { domain, gradient } = surfaces.cliff
    const [left, right, bottom, top] = domain({})
    const side = Array.from({ length: 401 }, (_, i) => i / 400)
    const out = new Float64Array(2)
    const slopes = side.flatMap((u) =>
      side.map((v) => {
        gradient(left + u * (right - left), bottom + v * (top - bottom), {}, out)
        return Math.hypot(out[0], out[1])
      }),
    )
    slopes.sort((a, b) => a - b)
    expect(slopes[slopes.length >> 1]).toBeGreaterThan(0.025)
    expect(slopes[slopes.length >> 1]).toBeLessThan(0.03)
    expect(slopes[slopes.length - 1]).toBeGreaterThan(1400)
  },
  arrive() {
    const [free, clipped] = starts()
    expect(free.share).toBeLessThan(0.75)
    expect(clipped.share).toBeGreaterThan(0.97)
  },
  bounded() {
    const [free, clipped] = starts()
    expect(free.longest).toBeGreaterThan(50)
    expect(clipped.longest).toBeLessThan(0.2501)
  },
  moved() {
    const found = (run: 'still' | 'moved') => median(digits().map((seed) => seed[run].moved))
    expect(Math.abs(found('still') - 0.33)).toBeLessThan(0.02)
    expect(Math.abs(found('moved') - 0.83)).toBeLessThan(0.02)
  },
  still() {
    for (const { still, moved } of digits()) expect(moved.inPlace).toBeLessThanOrEqual(still.inPlace)
  },
})
