/**
 * Elementary functions that give the same bits in every browser: fdlibm's methods (Sun Microsystems 1993), with
 * + − × ÷, square root and bit operations only. `Math.exp` and its like differ between engines in the last bit,
 * which chaos turns into another trajectory. Every result is within one unit in the last place of the true value
 * (tanh: two); the tests hold them to that.
 */
const float = new Float64Array(1)
/** [low, high] words of `float`; all platforms with typed arrays in use are little-endian. */
const words = new Uint32Array(float.buffer)

export const PI = 3.141592653589793

const LN2_HIGH = 6.9314718036912381649e-1
const LN2_LOW = 1.90821492927058770002e-10
const LOG2_E = 1.442695040888963387

/** 2^(i − 1074), all that there are: a look-up is faster than putting an exponent together. */
const powersOfTwo = new Float64Array(2098)
powersOfTwo[0] = 5e-324
for (let i = 1; i < powersOfTwo.length; i++) powersOfTwo[i] = 2 * powersOfTwo[i - 1]

/** Multiplies cell[0], which is near 1, by 2^k; rounded once even where the result is subnormal. */
const scale = (cell: Float64Array, k: number): void => {
  if (k > 1023) cell[0] = cell[0] * 2 * powersOfTwo[k + 1073]
  else if (k < -1074) cell[0] = cell[0] * powersOfTwo[k + 1174] * powersOfTwo[974]
  else cell[0] *= powersOfTwo[k + 1074]
}

/** c = r − r²(P1 + ...) of the r in it, from which e^r = 1 + r + r c/(2 − c): Remez approximation on |r| ≤ ½ ln 2. */
const residue = new Float64Array(1)
const expKernel = (): void => {
  const r = residue[0]
  const t = r * r
  residue[0] =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))))
}

const argument = new Float64Array(1)
/** e^x */
export function exp(x: number): number {
  argument[0] = x
  takeExp(argument)
  return argument[0]
}

/**
 * Puts e^x in the place of x, which is cell[0]: numbers that functions pass each other may be boxed. Reduction
 * x = k ln 2 + r, then a rational approximation of e^r.
 */
export function takeExp(cell: Float64Array): void {
  const x = cell[0]
  if (x > 709.782712893384) cell[0] = Infinity
  else if (x < -745.1332191019411) cell[0] = 0
  else if (x === x) {
    const k = Math.floor(LOG2_E * x + 0.5)
    const high = x - k * LN2_HIGH
    const low = k * LN2_LOW
    const r = high - low
    residue[0] = r
    expKernel()
    const c = residue[0]
    cell[0] = 1 - (low - (r * c) / (2 - c) - high)
    scale(cell, k | 0)
  }
}

/** Natural logarithm; NaN below 0, −∞ at 0. */
export function log(x: number): number {
  argument[0] = x
  takeLog(argument)
  return argument[0]
}

/** Puts the logarithm of cell[0] in its place: numbers that functions pass each other may be boxed. */
export function takeLog(cell: Float64Array): void {
  let x = cell[0]
  let k = -1023
  if (!(x > 0 && x < Infinity)) {
    cell[0] = x === 0 ? -Infinity : x > 0 ? x : NaN
    return
  }
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984
    k = -1077
  }
  float[0] = x
  // the exponent, one more from √2 on, so that the rest lies in [√½, √2]
  const exponent = (words[1] + 0x95f64) >>> 20
  k += exponent
  const f = x * powersOfTwo[2097 - exponent] - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const odd = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1))
  const even =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)))
  const square = 0.5 * f * f
  cell[0] = k * LN2_HIGH - (square - (s * (square + odd + even) + k * LN2_LOW) - f)
}

/**
 * Hyperbolic tangent, E/(E + 2) with E = e^2|x| − 1. The kernel of `exp` gives E as 2^k p + (2^k − 1), without the
 * cancellation that e^2|x| − 1 would have near 0.
 */
export function tanh(x: number): number {
  if (x > 22) return 1
  if (x < -22) return -1
  if (x === 0 || x !== x) return x
  const twice = 2 * Math.abs(x)
  const k = Math.floor(LOG2_E * twice + 0.5)
  const high = twice - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  residue[0] = r
  expKernel()
  const c = residue[0]
  const p = (r * c) / (2 - c) - low + high
  const power = powersOfTwo[k + 1074]
  const e = power * p + (power - 1)
  const y = e < 6 ? e / (e + 2) : 1 - 2 / (e + 2)
  return x < 0 ? -y : y
}

/**
 * An angle x, then x − n π/2 as a rounded number and the rest; `kernels` has the cosine and the sine of that. Functions
 * pass each other an array, for numbers might be boxed.
 */
const reduced = new Float64Array(2)
const kernels = new Float64Array(2)

/** sin(x + y) on |x| ≤ π/4, y being what x lost in rounding. */
const sinKernel = (): void => {
  const x = reduced[0]
  const y = reduced[1]
  const z = x * x
  const v = z * x
  const r =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)))
  kernels[1] = x - (z * (0.5 * y - v * r) - y + v * 1.66666666666666324348e-1)
}
/** cos(x + y) likewise. */
const cosKernel = (): void => {
  const x = reduced[0]
  const y = reduced[1]
  const z = x * x
  const half = 0.5 * z
  const w = 1 - half
  const r =
    z *
    (4.16666666666666019037e-2 +
      z *
        (-1.38888888888741095749e-3 +
          z *
            (2.48015872894767294178e-5 +
              z *
                (-2.75573143513906633035e-7 +
                  z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11)))))
  kernels[0] = w + (1 - w - half + (z * r - x * y))
}

/** 2/π × 2^1200, for arguments so large that π/2 in three parts no longer does. */
const TWO_OVER_PI = BigInt(
  '0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424d' +
    'd2e006492eea09d1921cfe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639' +
    '835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b74f46' +
    '3f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7b',
)

/** π/2 × 2^126. */
const HALF_PI = 0x6487ed5110b4611a62633145c06e0e69n

/** Reduces the angle; returns n, of which only the last two bits count. π/2 comes in parts of 33, 33 and 53 bits. */
const reduce = (): number => {
  const x = reduced[0]
  if (!(Math.abs(x) < 1647099)) return reduceLarge(x)
  const n = Math.floor(x * 6.36619772367581382433e-1 + 0.5)
  const a = x - n * 1.57079632673412561417
  const w = n * 6.0771005063039659766e-11
  const b = a - w
  const rest = a - b - w - n * 2.02226624879595063154e-21
  const r = b + rest
  reduced[0] = r
  reduced[1] = b - r + rest
  return n | 0
}

/** The same in whole numbers (Payne and Hanek 1983): only a run that has long left the map comes here. */
const reduceLarge = (x: number): number => {
  reduced[0] = NaN
  if (x - x !== 0) return 0
  float[0] = Math.abs(x)
  const exponent = (words[1] >>> 20) - 1075
  const mantissa = BigInt(((words[1] & 0xfffff) + 0x100000) * 4294967296 + words[0])
  const turns = (mantissa * TWO_OVER_PI) >> BigInt(1072 - exponent) // quarter turns with 128 bits of fraction
  const n = (turns + (1n << 127n)) >> 128n
  const angle = ((turns - (n << 128n)) * HALF_PI) >> 126n
  const r = Number(angle)
  const rest = Number(angle - BigInt(r))
  const unit = x < 0 ? -2.938735877055719e-39 : 2.938735877055719e-39
  reduced[0] = r * unit
  reduced[1] = rest * unit
  const last = Number(n & 3n)
  return x < 0 ? -last : last
}

export function sin(x: number): number {
  if (x === 0) return x
  reduced[0] = x
  const n = reduce()
  if (n & 1) cosKernel()
  else sinKernel()
  const r = kernels[n & 1 ? 0 : 1]
  return n & 2 ? -r : r
}

export function cos(x: number): number {
  reduced[0] = x
  const n = reduce()
  if (n & 1) sinKernel()
  else cosKernel()
  const r = kernels[n & 1]
  return (n + 1) & 2 ? -r : r
}

/** Puts the cosine of the angle turn[0] in its place and the sine behind it. */
export function cosAndSin(turn: Float64Array): void {
  const x = turn[0]
  reduced[0] = x
  const n = reduce()
  cosKernel()
  sinKernel()
  const c = kernels[n & 1]
  const s = kernels[n & 1 ? 0 : 1]
  turn[0] = (n + 1) & 2 ? -c : c
  turn[1] = x === 0 ? x : n & 2 ? -s : s
}

/** x with 26 significant bits (Veltkamp 1968): products of two such numbers are exact. */
const leading = (x: number): number => {
  const t = x * 134217729
  return t - (t - x)
}

/**
 * x^y as 2^(y log₂ x), with log₂ x to 70 bits so that large powers stay exact to the last place; NaN for a negative
 * x unless y is whole.
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1
  if (x !== x || y !== y) return NaN
  if (y === 0.5 && x > 0) return Math.sqrt(x)
  const size = Math.abs(x)
  const odd = Math.abs(y) < 9007199254740992 && Number.isInteger(y) && Math.floor(y / 2) * 2 !== y
  if (x < 0 && x !== -Infinity && Math.floor(y) !== y) return NaN
  const sign = odd && (x < 0 || 1 / x < 0) ? -1 : 1
  if (size === 1) return y - y === 0 ? sign : NaN
  if (size === 0 || size === Infinity || Math.abs(y) > 1e19)
    return size > 1 === y > 0 ? sign * Infinity : sign * 0

  // log₂ of the mantissa a, taken about 1 or 3/2: s = (a − c)/(a + c) in two parts, then an odd series in s
  let n = -1023
  float[0] = size
  if (size < 2.2250738585072014e-308) {
    float[0] = size * 9007199254740992
    n = -1076
  }
  const fraction = words[1] & 0xfffff
  const aboutOne = fraction <= 0x3988e || fraction >= 0xbb67a
  const exponent = (words[1] >>> 20) + (fraction >= 0xbb67a ? 1 : 0)
  n += exponent
  const a = float[0] * powersOfTwo[2097 - exponent]
  const centre = aboutOne ? 1 : 1.5
  const logHigh = aboutOne ? 0 : 5.84962487220764160156e-1
  const logLow = aboutOne ? 0 : 1.35003920212974897128e-8
  const difference = a - centre
  const inverse = 1 / (a + centre)
  const s = difference * inverse
  const sHigh = leading(s)
  const sumHigh = leading(a + centre)
  const sumLow = a - (sumHigh - centre)
  const sLow = inverse * (difference - sHigh * sumHigh - sHigh * sumLow)
  const s2 = s * s
  const series =
    s2 *
      s2 *
      (5.99999999999994648725e-1 +
        s2 *
          (4.28571428578550184252e-1 +
            s2 *
              (3.33333329818377432918e-1 +
                s2 *
                  (2.72728123808534006489e-1 +
                    s2 * (2.30660745775561754067e-1 + s2 * 2.06975017800338417784e-1))))) +
    sLow * (sHigh + s)
  const square = sHigh * sHigh
  const factorHigh = leading(3 + square + series)
  const factorLow = series - (factorHigh - 3 - square)
  const main = sHigh * factorHigh
  const minor = sLow * factorHigh + factorLow * s
  const sumOfBoth = leading(main + minor)
  const remaining = minor - (sumOfBoth - main)
  const zHigh = 9.61796700954437255859e-1 * sumOfBoth
  const zLow = -7.02846165095275826516e-9 * sumOfBoth + remaining * 9.61796693925975554329e-1 + logLow
  const high = leading(zHigh + zLow + logHigh + n)
  const low = zLow - (high - n - logHigh - zHigh)

  // y log₂ x = whole + part, and 2^part
  const yHigh = leading(y)
  const productHigh = yHigh * high
  const productLow = (y - yHigh) * high + y * low
  const product = productHigh + productLow
  if (product >= 1024.5) return sign * Infinity
  if (product < -1080) return sign * 0
  const whole = Math.floor(product + 0.5)
  const part = productHigh - whole
  const t = leading(part + productLow)
  const u = t * 6.93147182464599609375e-1
  const v = (productLow - (t - part)) * 6.93147180559945286227e-1 + t * -1.90465429995776804525e-9
  const z = u + v
  const w = v - (z - u)
  residue[0] = z
  expKernel()
  const c = residue[0]
  argument[0] = 1 - ((z * c) / (c - 2) - (w + z * w) - z)
  scale(argument, whole | 0)
  return sign * argument[0]
}
