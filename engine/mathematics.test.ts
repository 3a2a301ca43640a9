import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { functions, powers } from './mathematics.fixture.ts'
import * as mathematics from './mathematics.ts'
import { cos, cosAndSin, exp, log, pow, sin, tanh } from './mathematics.ts'

/** The distance of two neighbouring numbers at x. */
const lastPlace = (x: number): number => {
  const bits = new BigInt64Array(1)
  const float = new Float64Array(bits.buffer)
  float[0] = Math.abs(x)
  bits[0] += 1n
  const above = float[0]
  return Number.isFinite(above) ? above - Math.abs(x) : 2 ** 971
}
const errorInLastPlaces = (mine: number, value: number, rest: number): number =>
  Math.abs(mine - value - rest) / lastPlace(value)

const positive = [Infinity, Number.MAX_VALUE, 1e300, 2, 1, 0.5, 1e-300, 2.2250738585072014e-308, 5e-324, 0]
const edges = [NaN, ...positive, ...positive.map((x) => -x)]

describe('accuracy, against true values to 32 digits', () => {
  // the largest errors that a search over 250 000 arguments met are 0.80, 0.74, 1.98, 0.73 and 0.73
  const limits = { exp: 0.85, log: 0.8, tanh: 2, sin: 0.8, cos: 0.8 } as const
  for (const name of Object.keys(limits) as (keyof typeof limits)[])
    it.each(functions[name])(
      `${name}(%d) is within ${limits[name]} units in the last place`,
      (x, value, rest) => {
        expect(errorInLastPlaces(mathematics[name](x), value, rest)).toBeLessThanOrEqual(limits[name])
      },
    )

  it.each(powers)('%d to the power %d is within 0.8 units in the last place', (x, y, value, rest) => {
    expect(errorInLastPlaces(pow(x, y), value, rest)).toBeLessThanOrEqual(0.8)
  })

  it('gives whole powers of whole numbers exactly, and roots as the square root does', () => {
    for (let x = -12; x <= 12; x++)
      for (let y = 1, product = x; y <= 12; y++, product *= x) expect(pow(x, y)).toBe(product)
    for (let x = 0.01; x < 10; x += 0.01) expect(pow(x, 0.5)).toBe(Math.sqrt(x))
  })

  it('does not overflow or vanish early', () => {
    expect(exp(709.782712893384)).toBeLessThan(Infinity)
    expect(exp(709.7827128933841)).toBe(Infinity)
    expect(exp(-745.133219101941)).toBe(5e-324)
    expect(exp(-745.1332191019412)).toBe(0)
    expect(pow(2, 1023)).toBe(2 ** 1023)
    expect(pow(2, 1024)).toBe(Infinity)
    expect(pow(2, -1074)).toBe(5e-324)
    expect(pow(2, -1076)).toBe(0)
  })
})

describe('special values: those of the language itself, signs of zero included', () => {
  for (const name of ['exp', 'log', 'tanh', 'sin', 'cos'] as const)
    it(name, () => {
      for (const x of edges) {
        const mine = mathematics[name](x)
        const theirs = Math[name](x)
        if (Number.isFinite(theirs) && theirs !== 0 && Math.abs(theirs) !== 1)
          expect(Math.abs(mine - theirs)).toBeLessThanOrEqual(2 * lastPlace(theirs))
        else expect(mine, `${name}(${x})`).toBe(theirs)
      }
    })

  it('pow', () => {
    for (const x of [...edges, 3, -3])
      for (const y of [...edges, 3, -3, 0.3, 2 ** 53]) {
        const mine = pow(x, y)
        const theirs = x ** y
        if (Number.isFinite(theirs) && theirs !== 0 && Math.abs(theirs) !== 1)
          expect(Math.abs(mine - theirs) / lastPlace(theirs), `${x} ** ${y}`).toBeLessThanOrEqual(1)
        else expect(mine, `${x} ** ${y}`).toBe(theirs)
      }
  })
})

describe('shape', () => {
  const grid = Array.from({ length: 4001 }, (_, i) => (i - 2000) / 100)

  it('tanh and sin are odd and cos is even, to the bit', () => {
    for (const x of grid) {
      expect(tanh(-x)).toBe(-tanh(x))
      expect(sin(-x)).toBe(-sin(x))
      expect(cos(-x)).toBe(cos(x))
    }
  })

  it('cosine and sine together are those one by one, to the bit', () => {
    const turn = new Float64Array(2)
    for (const x of [...grid, ...edges]) {
      turn[0] = x
      cosAndSin(turn)
      expect([...turn]).toEqual([cos(x), sin(x)])
    }
  })

  it('exp and tanh never fall and stay in their ranges', () => {
    for (let i = 1; i < grid.length; i++) {
      expect(exp(grid[i])).toBeGreaterThan(exp(grid[i - 1]))
      expect(tanh(grid[i])).toBeGreaterThanOrEqual(tanh(grid[i - 1]))
      expect(Math.abs(tanh(grid[i]))).toBeLessThanOrEqual(1)
    }
  })

  it('log undoes exp', () => {
    for (const x of grid) expect(Math.abs(log(exp(x)) - x)).toBeLessThan(1e-15 * (1 + Math.abs(x)))
  })
})

/** What TypeScript keeps of a file when comments, strings and templates' texts are taken out. */
const codeOnly = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, ' ')
const inexact =
  /\bMath\.(?!(?:sqrt|abs|sign|floor|ceil|round|trunc|min|max|fround|imul|clz32)\b)\w+|\*\*|\bMath\s*\[|\{[^{}]*\}\s*=\s*Math\b/g

describe('the same bits in every browser', () => {
  const engine = new URL('.', import.meta.url)
  const files = readdirSync(engine, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(name),
  )

  it.each(files)('%s uses no Math function and no ** that browsers round differently', (name) => {
    const source = readFileSync(new URL(name.replaceAll('\\', '/'), engine), 'utf8')
    expect(codeOnly(source).match(inexact)).toBeNull()
  })

  it('would notice one', () => {
    for (const line of [
      'Math.exp(x)',
      'x ** 2',
      'x **= 2',
      'const { exp } = Math',
      "Math['exp'](x)",
      'Math.random()',
    ])
      expect(codeOnly(line), line).toMatch(inexact)
    for (const line of ['// Math.exp(x)', '/** x ** 2 */', "'\\\\'; Math.sqrt(x)", 'Math.min(x, 2)'])
      expect(codeOnly(line), line).not.toMatch(inexact)
  })
})
