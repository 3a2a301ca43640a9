import { expect } from 'vitest'
import { prove } from './proof.fixture.ts'
import { first, loss, shownIn, y } from './races.fixture.ts'
import { saddles } from './saddles.ts'

const escape = (figure: string) =>
  shownIn(saddles, figure).map((trace) => first(trace, (k) => Math.abs(y(trace, k)) > 0.5))
const arrive = (figure: string) =>
  shownIn(saddles, figure).map((trace) => first(trace, (k) => loss(trace, k) < 0.1))

export const proof = prove(saddles, {
  escape() {
    expect(escape('ridge')).toEqual([67, 25, 22, 12, 25])
    const [sgd] = escape('closer')
    expect(sgd).toBe(139)
  },
  ridge() {
    expect(escape('exact?steps=250').every((steps) => steps === Infinity)).toBe(true)
    expect(escape('shaken')[0]).toBeLessThan(150)
  },
  plateau() {
    expect(arrive('plateau?steps=3000')).toEqual([Infinity, 2426, 55, 74])
    expect(arrive('plateau?steps=3000&lr=5,.5,.05,.05')[0]).toBe(Infinity)
  },
})
