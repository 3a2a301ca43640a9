import { compile, type Compiled } from './compile.ts'
import { parseFormula } from './parse.ts'
import { number, text, type Values } from '../parameters.ts'
import { defineSurface, type Domain, type Point } from '../surface.ts'
import { surfaces } from '../surfaces/index.ts'

const flat: Compiled = {
  value: () => 0,
  jet: (_x, _y, out) => void out.fill(0, 0, 6),
}

/** The formula read last: a race asks for the same one millions of times. */
let known = { text: '', compiled: flat }
function compiledOf(formula: string): Compiled {
  if (formula !== known.text) {
    const parsed = parseFormula(formula)
    known = { text: formula, compiled: parsed.ok ? compile(parsed.node) : flat }
  }
  return known.compiled
}

const parameters = {
  formula: text('formula in x and y', 'x^2/8 + y^2/4 - cos(2x) cos(2y)', (one) => {
    const parsed = parseFormula(one)
    return parsed.ok ? undefined : parsed.issue
  }),
  centreX: number('x_0', 'middle of the map across', 0, [-1000, 1000], { key: 'x0' }),
  centreY: number('y_0', 'middle of the map upwards', 0, [-1000, 1000], { key: 'y0' }),
  reach: number('r', 'half of the map’s height', 3, [0.01, 1000], { scale: 'log', key: 'reach' }),
}
type Own = Values<typeof parameters>

/** Maps are half as wide again as they are high. */
const ASPECT = 1.5
const domainOf = ({ centreX, centreY, reach }: Own): Domain => [
  centreX - ASPECT * reach,
  centreX + ASPECT * reach,
  centreY - reach,
  centreY + reach,
]

interface Least {
  at: Point
  value: number
}
const GRID = 64
const jet = new Float64Array(6)

/** The lowest of a grid's points, edges included, and how far the highest is above it. */
function lowest({ value }: Compiled, [xMin, xMax, yMin, yMax]: Domain): Least & { relief: number } {
  let least: Least = { at: [xMin, yMin], value: Infinity }
  let most = -Infinity
  for (let i = 0; i <= GRID; i++)
    for (let j = 0; j <= GRID; j++) {
      const at: Point = [xMin + ((xMax - xMin) * i) / GRID, yMin + ((yMax - yMin) * j) / GRID]
      const height = value(...at)
      if (height < least.value) least = { at, value: height }
      if (height > most && height < Infinity) most = height
    }
  return { ...least, relief: most - least.value }
}

/** Down from there by steps to either side, halved whenever none leads lower, never off the map (Hooke & Jeeves 1961). */
function descend({ value }: Compiled, [xMin, xMax, yMin, yMax]: Domain, from: Least): Least {
  let least = from
  let step = (yMax - yMin) / GRID
  for (let halvings = 0; halvings < 60;) {
    const [x, y] = least.at
    const around: Point[] = [
      [Math.min(xMax, x + step), y],
      [Math.max(xMin, x - step), y],
      [x, Math.min(yMax, y + step)],
      [x, Math.max(yMin, y - step)],
    ]
    const best = around
      .map((at): Least => ({ at, value: value(...at) }))
      .reduce((low, one) => (one.value < low.value ? one : low), least)
    if (best === least) {
      step /= 2
      halvings++
    }
    least = best
  }
  return least
}

/** Newton's steps to where the slope is 0, if that is where the descent has ended. */
function settle({ jet: jetAt, value }: Compiled, from: Least): Least & { isMinimum: boolean } {
  let [x, y] = from.at
  for (let i = 0; i < 4; i++) {
    jetAt(x, y, jet)
    const [, fx, fy, xx, xy, yy] = jet
    const determinant = xx * yy - xy * xy
    if (!(xx > 0 && determinant > 0)) return { ...from, isMinimum: false }
    x -= (yy * fx - xy * fy) / determinant
    y -= (xx * fy - xy * fx) / determinant
  }
  jetAt(x, y, jet)
  const curvature = 1 + Math.abs(jet[3]) + Math.abs(jet[4]) + Math.abs(jet[5])
  const isMinimum = Math.abs(jet[1]) + Math.abs(jet[2]) < 1e-14 * curvature
  const height = value(x, y)
  return isMinimum && height <= from.value + 1e-15 * Math.abs(from.value)
    ? { at: [x, y], value: height, isMinimum }
    : { ...from, isMinimum: false }
}

/** The lowest point of the map, as far as a search can tell; where there is a pole, of a grid on it. */
let found: { own: Own; least: Least & { isMinimum: boolean } } | undefined
const isSame = (one: Own, other: Own) =>
  (Object.keys(parameters) as (keyof Own)[]).every((name) => one[name] === other[name])
function leastOf(own: Own): Least & { isMinimum: boolean } {
  if (!found || !isSame(own, found.own)) {
    const compiled = compiledOf(own.formula)
    const domain = domainOf(own)
    const { at, value, relief } = lowest(compiled, domain)
    const isFinite = Number.isFinite(value)
    const low = isFinite ? descend(compiled, domain, { at, value }) : { at, value: 0 }
    // Far deeper between the points than the whole map is high: that way there is no end.
    const isPole = low.value < value - 10 * relief
    const least = isPole ? { at, value } : low
    found = {
      own: { ...own },
      least: isFinite && !isPole ? settle(compiled, least) : { ...least, isMinimum: false },
    }
  }
  return found.least
}

/**
 * f(x, y) as its reader writes it, with exact first and second derivatives by forward differentiation. What is known of
 * other surfaces is searched for on the map: the lowest point on a grid, refined. Rates are not tuned: those that take a
 * slope times η get a quarter of 1/λ at the steepest bend around the start, those that take steps of η a thirtieth of the map.
 *
 * It joins the surfaces when it is imported: whatever meets one imports this, the page’s first picture does without.
 */
surfaces.formula = defineSurface({
  id: 'formula',
  name: 'formula of your own',
  summary: 'A height that you write down yourself, as a formula in x and y.',
  formula: 'f(x,y)\\text{ as written, on }|x-x_0|\\le\\tfrac32 r,\\ |y-y_0|\\le r',
  sources: ['Griewank and Walther, Evaluating Derivatives, 2nd edition, 2008: forward differentiation'],
  parameters,
  value: (x, y, { formula }) => compiledOf(formula).value(x, y),
  gradient(x, y, { formula }, out) {
    compiledOf(formula).jet(x, y, jet)
    out[0] = jet[1]
    out[1] = jet[2]
  },
  hessian(x, y, { formula }, out) {
    compiledOf(formula).jet(x, y, jet)
    out[0] = jet[3]
    out[1] = jet[4]
    out[2] = jet[5]
  },
  domain: domainOf,
  pivot: ({ centreX, centreY }) => [centreX, centreY],
  extrema(own) {
    const { at, isMinimum } = leastOf(own)
    const [xMin, xMax, yMin, yMax] = domainOf(own)
    const isInside = at[0] >= xMin && at[0] <= xMax && at[1] >= yMin && at[1] <= yMax
    return isMinimum && isInside ? [{ at, kind: 'global' }] : []
  },
  floor: (own) => leastOf(own).value,
  starts: [
    [-3, 2],
    [3.4, -1.2],
  ],
  levels: 'log',
  rates(own) {
    const { jet: jetAt } = compiledOf(own.formula)
    let bend = 0
    for (const s of [-0.7, 0, 0.7])
      for (const t of [-0.7, 0, 0.7]) {
        jetAt(own.centreX + s * own.reach * ASPECT, own.centreY + t * own.reach, jet)
        const size = Math.abs(jet[3]) + Math.abs(jet[4]) + Math.abs(jet[5])
        if (size < Infinity) bend = Math.max(bend, size)
      }
    const slope = bend > 0 ? 0.25 / bend : 0.01
    const stride = own.reach / 30
    return {
      sgd: slope,
      momentum: slope / 5,
      nesterov: slope / 5,
      adagrad: 5 * stride,
      rmsprop: stride,
      adam: stride,
      rprop: stride,
      sign: stride,
      adamw: stride,
      nadam: stride,
      radam: stride,
      adamax: stride,
      lion: stride,
      power: stride,
    }
  },
})
