import { expect } from 'vitest'
import { basins } from './basins.ts'
import { prove } from './proof.fixture.ts'
import { shownIn, x, y } from './races.fixture.ts'

const ends = (figure: string) =>
  shownIn(basins, figure).map((trace) => [Math.round(x(trace, 400)), Math.round(y(trace, 400))].join())
const three = ['3,2', '4,-2', '-3,3', '-3,3', '-3,3']

export const proof = prove(basins, {
  three() {
    expect(ends('three')).toEqual(three)
    const [, ball] = shownIn(basins, 'three')
    expect(x(ball, 400)).toBeCloseTo(3.58, 1)
    expect(y(ball, 400)).toBeCloseTo(-1.85, 1)
  },
  stable() {
    for (const start of ['.925,4.5', '.825,4.5', '.875,4.55', '.875,4.45'])
      expect(ends(`three?start=${start}`)).toEqual(three)
  },
})
