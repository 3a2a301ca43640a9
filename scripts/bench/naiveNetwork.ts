import type { Random } from '../../engine/random.ts'

/**
 * A network as one writes it at first: an array a matrix, one loop an index, `Math.tanh`. Batch norm and dropout
 * (inverse form) behind hidden layers, softmax or linear output, gradient descent or Adam.
 */
export interface NaiveLayer {
  inputs: number
  units: number
  W: Float64Array
  b: Float64Array
  gamma: Float64Array
  beta: Float64Array
}
export interface NaiveOptions {
  activation: 'tanh' | 'relu'
  output: 'linear' | 'softmax'
  batchNorm: boolean
  keep: number
  adam: boolean
  rate: number
}

const zeros = (n: number) => new Float64Array(n)

export function naiveNetwork(
  layers: readonly NaiveLayer[],
  options: NaiveOptions,
  batch: number,
  masks: Random[],
) {
  const { activation, output, batchNorm, keep, adam, rate } = options
  const last = layers.length - 1
  const rooms = layers.map(({ inputs, units }) => ({
    a: zeros(batch * inputs),
    mask: zeros(batch * inputs),
    z: zeros(batch * units),
    u: zeros(batch * units),
    y: zeros(batch * units),
    d: zeros(batch * units),
    inverse: zeros(units),
    dW: zeros(units * inputs),
    db: zeros(units),
    dGamma: zeros(units),
    dBeta: zeros(units),
  }))
  const states = layers.map(({ inputs, units }) =>
    [units * inputs, units, units, units].map((n) => ({ m: zeros(n), v: zeros(n) })),
  )
  let power1 = 1
  let power2 = 1

  function forward(l: number, rows: number, step: number) {
    const { inputs, units, W, b, gamma, beta } = layers[l]
    const { a, mask, z, u, y, inverse } = rooms[l]
    if (l > 0) {
      const below = rooms[l - 1].y
      if (keep < 1) {
        masks[l].at(step)
        for (let i = 0; i < rows * inputs; i += 2) {
          // The engine's bits, so that both drop the same units; every count here is even.
          const bits = masks[l].uniform() * 67108864
          mask[i] = Math.floor(bits) < keep * 67108864 ? 1 / keep : 0
          mask[i + 1] = bits % 1 < keep ? 1 / keep : 0
          a[i] = below[i] * mask[i]
          a[i + 1] = below[i + 1] * mask[i + 1]
        }
      } else for (let i = 0; i < rows * inputs; i++) a[i] = below[i]
    }
    for (let r = 0; r < rows; r++)
      for (let j = 0; j < units; j++) {
        let sum = b[j]
        for (let i = 0; i < inputs; i++) sum += W[j * inputs + i] * a[r * inputs + i]
        z[r * units + j] = sum
      }
    if (batchNorm && l < last)
      for (let j = 0; j < units; j++) {
        let mean = 0
        for (let r = 0; r < rows; r++) mean += z[r * units + j]
        mean /= rows
        let variance = 0
        for (let r = 0; r < rows; r++) variance += (z[r * units + j] - mean) ** 2
        inverse[j] = 1 / Math.sqrt(variance / rows + 1e-5)
        for (let r = 0; r < rows; r++) {
          u[r * units + j] = (z[r * units + j] - mean) * inverse[j]
          z[r * units + j] = gamma[j] * u[r * units + j] + beta[j]
        }
      }
    if (l < last)
      for (let i = 0; i < rows * units; i++)
        y[i] = activation === 'tanh' ? Math.tanh(z[i]) : Math.max(0, z[i])
    else if (output === 'linear') for (let i = 0; i < rows * units; i++) y[i] = z[i]
    else
      for (let r = 0; r < rows; r++) {
        let largest = -Infinity
        for (let j = 0; j < units; j++) largest = Math.max(largest, z[r * units + j])
        let sum = 0
        for (let j = 0; j < units; j++) sum += y[r * units + j] = Math.exp(z[r * units + j] - largest)
        for (let j = 0; j < units; j++) y[r * units + j] /= sum
      }
  }

  function backward(l: number, rows: number) {
    const { inputs, units, W, gamma } = layers[l]
    const { a, mask, u, y, d, inverse, dW, db, dGamma, dBeta } = rooms[l]
    if (l < last)
      for (let i = 0; i < rows * units; i++)
        d[i] *= activation === 'tanh' ? 1 - y[i] * y[i] : y[i] > 0 ? 1 : 0
    if (batchNorm && l < last)
      for (let j = 0; j < units; j++) {
        dGamma[j] = 0
        dBeta[j] = 0
        for (let r = 0; r < rows; r++) {
          dBeta[j] += d[r * units + j]
          dGamma[j] += d[r * units + j] * u[r * units + j]
        }
        for (let r = 0; r < rows; r++)
          d[r * units + j] =
            gamma[j] *
            inverse[j] *
            (d[r * units + j] - dBeta[j] / rows - (u[r * units + j] * dGamma[j]) / rows)
      }
    for (let j = 0; j < units; j++) {
      db[j] = 0
      for (let r = 0; r < rows; r++) db[j] += d[r * units + j]
      for (let i = 0; i < inputs; i++) {
        let sum = 0
        for (let r = 0; r < rows; r++) sum += d[r * units + j] * a[r * inputs + i]
        dW[j * inputs + i] = sum
      }
    }
    if (l === 0) return
    const below = rooms[l - 1].d
    for (let r = 0; r < rows; r++)
      for (let i = 0; i < inputs; i++) {
        let sum = 0
        for (let j = 0; j < units; j++) sum += d[r * units + j] * W[j * inputs + i]
        below[r * inputs + i] = keep < 1 ? sum * mask[r * inputs + i] : sum
      }
  }

  function update(w: Float64Array, g: Float64Array, { m, v }: { m: Float64Array; v: Float64Array }) {
    for (let i = 0; i < w.length; i++) {
      if (!adam) {
        w[i] -= rate * g[i]
        continue
      }
      m[i] = 0.9 * m[i] + 0.1 * g[i]
      v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i]
      w[i] -= (rate * (m[i] / (1 - power1))) / (Math.sqrt(v[i] / (1 - power2)) + 1e-8)
    }
  }

  /** One update on the examples `order` names from `first` on; gives their mean divergence. */
  return function step(
    x: Float64Array,
    t: Float64Array,
    order: Int32Array,
    first: number,
    rows: number,
    k: number,
  ) {
    const { inputs } = layers[0]
    const { units } = layers[last]
    for (let r = 0; r < rows; r++)
      for (let i = 0; i < inputs; i++) rooms[0].a[r * inputs + i] = x[order[first + r] * inputs + i]
    for (let l = 0; l <= last; l++) forward(l, rows, k)
    const { y, d } = rooms[last]
    let loss = 0
    for (let r = 0; r < rows; r++)
      for (let j = 0; j < units; j++) {
        const target = t[order[first + r] * units + j]
        const at = r * units + j
        d[at] = (y[at] - target) / rows
        if (output === 'linear') loss += 0.5 * (y[at] - target) ** 2
        else if (target > 0) loss -= target * Math.log(y[at])
      }
    for (let l = last; l >= 0; l--) backward(l, rows)
    power1 *= 0.9
    power2 *= 0.999
    layers.forEach(({ W, b, gamma, beta }, l) => {
      const { dW, db, dGamma, dBeta } = rooms[l]
      update(W, dW, states[l][0])
      update(b, db, states[l][1])
      if (!batchNorm || l === last) return
      update(gamma, dGamma, states[l][2])
      update(beta, dBeta, states[l][3])
    })
    return loss / rows
  }
}
