import { describe, expect, it } from 'vitest'
import { defaults } from '../parameters.ts'
import { surfaces } from '../surfaces/index.ts'
import { agreementOf } from './agreement.ts'
import './surface.ts'

const own = (formula: string) => ({ ...defaults(surfaces.formula.parameters), formula })
const of = (formula: string) => agreementOf(surfaces.formula, own(formula))

describe('derivatives held against finite differences', () => {
  it.each([
    'x^2/8 + y^2/4 - cos(2x) cos(2y)',
    'exp(x) sin(40y) + 1000',
    '1e6 x^3 y',
    'abs(x) + 10abs(y)',
    'tanh(x y)/(1 + x^2)',
    '1e-9 x^2',
    '7',
  ])('agree for %s', (formula) => {
    const { gradient, hessian, points } = of(formula)
    expect(points).toBe(25)
    expect(gradient).toBeLessThan(1e-8)
    expect(hessian).toBeLessThan(1e-8)
  })

  it('are looked at only where the formula has a value', () => {
    const { points, gradient } = of('sqrt(x)')
    expect(points).toBeGreaterThan(5)
    expect(points).toBeLessThan(25)
    expect(gradient).toBeLessThan(1e-8)
    expect(of('sqrt(-1 - x^2)').points).toBe(0)
  })

  it('disagree where one is wrong, and it is said where', () => {
    const { ravine } = surfaces
    const off = 1.001
    const wrong = agreementOf(
      {
        ...ravine,
        gradient: (x, y, at, out) => (ravine.gradient(x, y, at, out), void (out[1] *= y > 2 ? off : 1)),
      },
      defaults(ravine.parameters),
    )
    expect(wrong.gradient).toBeGreaterThan(1e-4)
    expect(wrong.worst[1]).toBeGreaterThan(2)
  })
})
