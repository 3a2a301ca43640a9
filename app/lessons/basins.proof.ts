import { expect } from 'vitest'
import { basins } from './basins.ts'
import { prove } from './proof.fixture.ts'
import { shownIn, x, y } from './races.fixture.ts'

const ends = (figure: string) =>
  shownIn(basins, figure).map((trace) => [Math.round(x(trace, 400)), Math.round(y(trace, 400))].join())
/** Within 600 steps all are nearer to the minimum they end in than to any other. */
const minima = [
  [3, 2],
  [-2.805, 3.131],
  [-3.779, -3.283],
  [3.584, -1.848],
]
const RULES = 'opt=sgd,momentum,nesterov,rmsprop,adam&lr=.002,.002,.002,.05,.1&steps=600'

/** Of a grid of starts over the map: from which share each rule ends in another minimum than slow descent. */
function elsewhere(side: number): number[] {
  const at = (i: number) => -6 + (12 * i) / (side - 1)
  const ends = Array.from({ length: side * side }, (_, n) =>
    shownIn(basins, `three?start=${at(n % side)},${at(Math.floor(n / side))}&${RULES}`).map((trace) => {
      const far = minima.map(([a, b]) => Math.hypot(x(trace, 600) - a, y(trace, 600) - b))
      return far.indexOf(Math.min(...far))
    }),
  )
  return [1, 2, 3, 4].map((rule) => ends.filter((end) => end[rule] !== end[0]).length / ends.length)
}

const three = ['3,2', '4,-2', '-3,3', '-3,3', '-3,3']

export const proof = prove(basins, {
  three() {
    expect(ends('three')).toEqual(three)
    const [, ball] = shownIn(basins, 'three')
    expect(x(ball, 400)).toBeCloseTo(3.58, 1)
    expect(y(ball, 400)).toBeCloseTo(-1.85, 1)
  },
  shares() {
    elsewhere(21).forEach((share, n) => expect(share).toBeCloseTo([0.38, 0.31, 0.07, 0.08][n], 2))
  },
  stable() {
    for (const start of ['.925,4.5', '.825,4.5', '.875,4.55', '.875,4.45'])
      expect(ends(`three?start=${start}`)).toEqual(three)
  },
})
