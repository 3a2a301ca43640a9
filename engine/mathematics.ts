/**
 * Elementary functions that give the same bits in every browser: fdlibm's methods (Sun Microsystems 1993), with
 * + − × ÷, square root and bit operations only. `Math.exp` and its like differ between engines in the last bit,
 * which chaos turns into another trajectory. Within a few units in the last place of the true value.
 */
const float = new Float64Array(1)
/** [low, high] words of `float`; all platforms with typed arrays in use are little-endian. */
const words = new Uint32Array(float.buffer)

const LN2_HIGH = 6.93147180369123816490e-1
const LN2_LOW = 1.90821492927058770002e-10

const powerOfTwo = (k: number): number => {
  words[0] = 0
  words[1] = (k + 1023) << 20
  return float[0]
}

/** e^x. Reduction x = k ln 2 + r, then a rational approximation of e^r on |r| ≤ ½ ln 2. */
export function exp(x: number): number {
  if (x !== x) return x
  if (x > 709.782712893384) return Infinity
  if (x < -745.1332191019411) return 0
  const k = Math.floor(1.442695040888963387 * x + 0.5)
  const high = x - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  const t = r * r
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t * (6.61375632143793436117e-5 + t * (-1.65339022054652515390e-6 + t * 4.13813679705723846039e-8))))
  const y = 1 - (low - (r * c) / (2 - c) - high)
  if (k > 1023) return y * 2 * powerOfTwo(k - 1)
  return k >= -1021 ? y * powerOfTwo(k) : y * powerOfTwo(k + 1000) * powerOfTwo(-1000)
}

/** Natural logarithm; NaN below 0, −∞ at 0. */
export function log(x: number): number {
  if (x !== x || x < 0) return NaN
  if (x === 0) return -Infinity
  if (x === Infinity) return x
  let k = 0
  if (x < 2.2250738585072014e-308) {
    x *= 18014398509481984
    k = -54
  }
  float[0] = x
  let high = words[1]
  k += (high >>> 20) - 1023
  high &= 0xfffff
  const half = (high + 0x95f64) & 0x100000
  words[1] = high | (half ^ 0x3ff00000)
  k += half >>> 20
  const f = float[0] - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const odd = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1))
  const even =
    z *
    (6.666666666666735130e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)))
  const square = 0.5 * f * f
  return k * LN2_HIGH - (square - (s * (square + odd + even) + k * LN2_LOW) - f)
}

/** Hyperbolic tangent; a continued fraction near 0, 1 − 2/(e^2x + 1) beyond. */
export function tanh(x: number): number {
  if (x > 22) return 1
  if (x < -22) return -1
  const a = x < 0 ? -x : x
  if (a < 0.25) {
    const t = x * x
    return (x * (135135 + t * (17325 + t * (378 + t)))) / (135135 + t * (62370 + t * (3150 + 28 * t)))
  }
  const r = 1 - 2 / (exp(2 * a) + 1)
  return x < 0 ? -r : r
}

/** sin on |x| ≤ π/4. */
const sinKernel = (x: number): number => {
  const z = x * x
  return (
    x +
    z *
      x *
      (-1.66666666666666324348e-1 +
        z *
          (8.33333333332248946124e-3 +
            z *
              (-1.98412698298579493134e-4 +
                z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)))))
  )
}
/** cos on |x| ≤ π/4. */
const cosKernel = (x: number): number => {
  const z = x * x
  const half = 0.5 * z
  const w = 1 - half
  return (
    w +
    (1 -
      w -
      half +
      z *
        z *
        (4.16666666666666019037e-2 +
          z *
            (-1.38888888888741095749e-3 +
              z *
                (2.48015872894767294178e-5 +
                  z *
                    (-2.75573143513906633035e-7 +
                      z * (2.08757232129817482790e-9 + z * -1.13596475577881948265e-11))))))
  )
}

/** n and x − nπ/2 with π/2 in three parts; exact enough for |x| up to about 10⁶. */
const quarter = (x: number): number => Math.floor(x * 0.6366197723675814 + 0.5)
const remainder = (x: number, n: number): number =>
  x - n * 1.57079632673412561417 - n * 6.07710050630396597660e-11 - n * 2.02226624871116645580e-21

export function sin(x: number): number {
  const n = quarter(x)
  const r = remainder(x, n)
  return n & 1 ? (n & 2 ? -cosKernel(r) : cosKernel(r)) : n & 2 ? -sinKernel(r) : sinKernel(r)
}

export function cos(x: number): number {
  const n = quarter(x)
  const r = remainder(x, n)
  return n & 1 ? (n & 2 ? sinKernel(r) : -sinKernel(r)) : n & 2 ? -cosKernel(r) : cosKernel(r)
}

/** x^y; whole powers by squaring, others as e^(y ln x), so x must not be negative then. */
export function pow(x: number, y: number): number {
  if (!Number.isInteger(y) || Math.abs(y) > 1024) return exp(y * log(x))
  let result = 1
  let base = y < 0 ? 1 / x : x
  for (let n = Math.abs(y); n > 0; n >>= 1) {
    if (n & 1) result *= base
    base *= base
  }
  return result
}

export const PI = 3.141592653589793
