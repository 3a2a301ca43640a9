import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaults } from '../parameters.ts'
import { surfaces } from '../surfaces/index.ts'
import './surface.ts'
import { compile } from './compile.ts'
import { functions } from './operations.ts'
import { formulaBounds, parseFormula } from './parse.ts'

function compiled(text: string) {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.issue)}`)
  return compile(parsed.node)
}
const at = (text: string, x = 0, y = 0) => compiled(text).value(x, y)
function jet(text: string, x: number, y: number): number[] {
  const out = new Float64Array(6)
  compiled(text).jet(x, y, out)
  return [...out]
}
const issueOf = (text: string) => {
  const parsed = parseFormula(text)
  return parsed.ok ? undefined : parsed.issue
}

describe('a formula', () => {
  it.each([
    ['-x^2', -9],
    ['2^-1', 0.5],
    ['2^3^2', 512],
    ['-2^2', -4],
    ['1 - 2 - 3', -4],
    ['2x y', 12],
    ['3(x+1)', 12],
    ['(x+1)(y-1)', 4],
    ['1/2x', 1.5],
    ['x**2 + y²', 13],
    ['2·x − y', 4],
    ['π/pi', 1],
    ['1.5e1x', 45],
    ['max(x, y) - min(x, y)', 1],
    ['exp(ln(y))', 2],
    ['--x', 3],
    ['+x', 3],
  ])('%s at (3, 2) is %s', (text, value) => {
    expect(at(text, 3, 2)).toBeCloseTo(value, 12)
  })

  it('agrees with JavaScript on what both can write', () => {
    fc.assert(
      fc.property(
        fc.letrec((tie) => ({
          tree: fc.oneof(
            { depthSize: 'small' },
            fc.constantFrom('x', 'y', '2', '0.5'),
            fc
              .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree'))
              .map(([a, op, b]) => `(${a as string}) ${op} (${b as string})`),
            tie('tree').map((a) => `-(${a as string})`),
          ),
        })).tree as fc.Arbitrary<string>,
        (text) => {
          fc.pre(text.length <= formulaBounds.characters)
          const meant = text.replaceAll('x', '(1.7)').replaceAll('y', '(-0.3)')
          // oxlint-disable-next-line no-implied-eval, no-new-func, typescript/no-implied-eval -- the other reader
          expect(at(text, 1.7, -0.3)).toBe(new Function(`return ${meant}`)() as number)
        },
      ),
    )
  })
})

describe('its derivatives', () => {
  const formulas = [
    'sin(3x) cos(2y) + x^2 y',
    'x^y + y^x',
    'x^3 - 3x y^2 + x^-2',
    'tan(x/3) * tanh(y) - sigmoid(x y)',
    'sqrt(1 + x^2 + y^4) / ln(2 + x)',
    'sinh(x/2) cosh(y/2) + log10(x + y)',
    'exp(-(x-1)^2 - (y-1)^2) + abs(x - 3y) + sign(x)',
    'max(x, y)^2 + min(x, 2y) relu(x - y) + 2^x + x^0 + x^1',
  ]
  it.each(formulas)('of %s are those of differences', (text) => {
    const h = 1e-4
    for (const [x, y] of [
      [1.3, 0.4],
      [0.6, 2.1],
    ]) {
      const f = (a: number, b: number) => at(text, a, b)
      const [value, fx, fy, fxx, fxy, fyy] = jet(text, x, y)
      expect(value).toBe(f(x, y))
      expect(fx).toBeCloseTo((f(x + h, y) - f(x - h, y)) / (2 * h), 5)
      expect(fy).toBeCloseTo((f(x, y + h) - f(x, y - h)) / (2 * h), 5)
      expect(fxx).toBeCloseTo((f(x + h, y) - 2 * value + f(x - h, y)) / (h * h), 4)
      expect(fyy).toBeCloseTo((f(x, y + h) - 2 * value + f(x, y - h)) / (h * h), 4)
      const mixed = f(x + h, y + h) - f(x + h, y - h) - f(x - h, y + h) + f(x - h, y - h)
      expect(fxy).toBeCloseTo(mixed / (4 * h * h), 4)
    }
  })

  it('of powers are there at 0, where a logarithm is not', () => {
    expect(jet('x^2 + y^3 + x^1 + y^0', 0, 0)).toEqual([1, 1, 0, 2, 0, 0])
  })

  it('use every function that can be called', () => {
    const used = new Set(formulas.flatMap((text) => text.match(/[a-z]+\d*(?=\()/g) ?? []))
    const others = ['log']
    expect([...used, ...others].sort()).toEqual(Object.keys(functions).sort())
  })
})

describe('what is no formula', () => {
  it.each([
    ['', 0, 'the end', 'x, y, a number or a function'],
    ['x +', 3, 'the end', 'x, y, a number or a function'],
    ['(x + 1', 6, 'the end', 'a bracket that closes the one at character 1'],
    ['x)', 1, '")"', 'a sign such as + before it, or the end'],
    ['sin x', 0, '"sin"', 'a bracket after it, as in sin(x)'],
    ['max(x)', 0, 'max of 1', 'two numbers in its brackets'],
    ['x # y', 2, '"#"', 'x, y, a number, a function or + − * / ^ ( )'],
    ['x = 1', 2, '"="', 'x, y, a number, a function or + − * / ^ ( )'],
  ])('%s', (text, place, found, expected) => {
    expect(issueOf(text)).toMatchObject({ at: place, found, expected })
  })

  it('names what is known, and how a product of letters is written', () => {
    expect(issueOf('2xy')?.expected).toMatch(/^one of x, y, pi, e, sin, .*\(write x\*y\)$/)
    expect(issueOf('constructor')?.found).toBe('"constructor"')
  })

  it('is too long or too deep', () => {
    expect(issueOf('x+'.repeat(200))?.expected).toBe('at most 300')
    expect(issueOf(`${'('.repeat(60)}x${')'.repeat(60)}`)?.expected).toBe(
      'at most 40 brackets within each other',
    )
    expect(issueOf('-'.repeat(120) + 'x')).toBeDefined()
  })

  it('never makes the reader throw, whatever it is', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ unit: fc.constantFrom(...'xy()+-*/^.,0123e sincoplgthmaqrb²π'), maxLength: 80 }),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        const parsed = parseFormula(text)
        if (parsed.ok) expect(typeof compile(parsed.node).value(1, 2)).toBe('number')
        else expect(parsed.issue.at).toBeLessThanOrEqual(text.length)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('its lowest point', () => {
  const { floor, extrema, parameters } = surfaces.formula
  const least = (formula: string) => {
    const own = { ...defaults(parameters), formula } as never
    return { floor: floor(own), minima: extrema(own).length }
  }

  it('is found between the points of the grid', () => {
    const { floor: found, minima } = least('(x - 0.013)^2 + (y - 0.007)^2 - 5')
    expect(found).toBeCloseTo(-5, 12)
    expect(minima).toBe(1)
  })

  it.each(['1/x + y^2', 'log(x) + y^2', 'tan(x) + y^2'])(
    'is not looked for in a pole: %s keeps the scale of its map',
    (formula) => {
      const { floor: found, minima } = least(formula)
      expect(found).toBeGreaterThan(-2000)
      expect(minima).toBe(0)
    },
  )
})
