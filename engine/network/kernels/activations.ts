import { exp, expMinusOne, sigmoid, tanh } from '../elementary.ts'
import { takeErfc } from '../errorFunction.ts'
import { arena } from './arena.ts'

const memory = arena

/**
 * One loop for each activation, its first and its second derivative, each over n = B·U numbers: y = f(z); d ← d · f'(z);
 * d ← d · f''(z). A loop that took f as an argument would run at a third of the speed.
 */

export function linearForward(z: number, y: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++) memory[(y + i) | 0] = memory[(z + i) | 0]
}
export function linearBackward(): void {
  // f' = 1
}
/** d ← 0: of every activation made of straight pieces. */
export function straightCurvature(_z: number, _y: number, d: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++) memory[(d + i) | 0] = 0
}

export function tanhForward(z: number, y: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++) memory[(y + i) | 0] = tanh(memory[(z + i) | 0])
}
/** f' = 1 − y² */
export function tanhBackward(_z: number, y: number, d: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++) {
    const f = memory[(y + i) | 0]
    memory[(d + i) | 0] *= 1 - f * f
  }
}
/** f'' = −2y (1 − y²) */
export function tanhCurvature(_z: number, y: number, d: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++) {
    const f = memory[(y + i) | 0]
    memory[(d + i) | 0] *= -2 * f * (1 - f * f)
  }
}

export function sigmoidForward(z: number, y: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++) memory[(y + i) | 0] = sigmoid(memory[(z + i) | 0])
}
/** f' = y (1 − y) */
export function sigmoidBackward(_z: number, y: number, d: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++) {
    const f = memory[(y + i) | 0]
    memory[(d + i) | 0] *= f * (1 - f)
  }
}
/** f'' = y (1 − y)(1 − 2y) */
export function sigmoidCurvature(_z: number, y: number, d: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++) {
    const f = memory[(y + i) | 0]
    memory[(d + i) | 0] *= f * (1 - f) * (1 - 2 * f)
  }
}

/** (z + |z|)/2 has no branch for the processor to guess. */
export function reluForward(z: number, y: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++) {
    const x = memory[(z + i) | 0]
    memory[(y + i) | 0] = 0.5 * (x + Math.abs(x))
  }
}
/** f' = 1 where z > 0, 0 elsewhere, at 0 too */
export function reluBackward(z: number, _y: number, d: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++) if (!(memory[(z + i) | 0] > 0)) memory[(d + i) | 0] = 0
}

export function leakyReluForward(z: number, y: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++) {
    const x = memory[(z + i) | 0]
    memory[(y + i) | 0] = x > 0 ? x : 0.01 * x
  }
}
export function leakyReluBackward(z: number, _y: number, d: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++) if (!(memory[(z + i) | 0] > 0)) memory[(d + i) | 0] *= 0.01
}

export function eluForward(z: number, y: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++) {
    const x = memory[(z + i) | 0]
    memory[(y + i) | 0] = x > 0 ? x : expMinusOne(x)
  }
}
/** f' = e^z = y + 1 where z ≤ 0; f'' is the same there and 0 elsewhere */
export function eluBackward(z: number, y: number, d: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++)
    if (!(memory[(z + i) | 0] > 0)) memory[(d + i) | 0] *= memory[(y + i) | 0] + 1
}
export function eluCurvature(z: number, y: number, d: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++)
    memory[(d + i) | 0] *= memory[(z + i) | 0] > 0 ? 0 : memory[(y + i) | 0] + 1
}

const ROOT_HALF = 0.7071067811865476
const ROOT_TWO_PI = 2.5066282746310007

/** 2Φ(z) of the number at hand. */
const twice = new Float64Array(1)
export function geluForward(z: number, y: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++) {
    const x = memory[(z + i) | 0]
    twice[0] = -x * ROOT_HALF
    takeErfc(twice)
    memory[(y + i) | 0] = x * 0.5 * twice[0]
  }
}
/** f' = Φ(z) + z φ(z) */
export function geluBackward(z: number, _y: number, d: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++) {
    const x = memory[(z + i) | 0]
    twice[0] = -x * ROOT_HALF
    takeErfc(twice)
    memory[(d + i) | 0] *= 0.5 * twice[0] + (x * exp(-0.5 * x * x)) / ROOT_TWO_PI
  }
}
/** f'' = φ(z)(2 − z²) */
export function geluCurvature(z: number, _y: number, d: number, rows: number, units: number): void {
  for (let i = 0, n = rows * units; i < n; i++) {
    const x = memory[(z + i) | 0]
    memory[(d + i) | 0] *= (exp(-0.5 * x * x) / ROOT_TWO_PI) * (2 - x * x)
  }
}

/** y_i = e^(z_i − max z) / Σ_j e^(z_j − max z), row by row */
export function softmaxForward(z: number, y: number, rows: number, units: number): void {
  for (let r = 0; r < rows; r++) {
    const from = (z + r * units) | 0
    const to = (y + r * units) | 0
    let largest = memory[from]
    for (let i = 1; i < units; i++) largest = Math.max(largest, memory[(from + i) | 0])
    let sum = 0
    for (let i = 0; i < units; i++) {
      const e = exp(memory[(from + i) | 0] - largest)
      memory[(to + i) | 0] = e
      sum += e
    }
    for (let i = 0; i < units; i++) memory[(to + i) | 0] /= sum
  }
}
/** Its Jacobian is symmetric: d_i ← y_i (d_i − Σ_j y_j d_j) */
export function softmaxBackward(_z: number, y: number, d: number, rows: number, units: number): void {
  for (let r = 0; r < rows; r++) {
    const from = (y + r * units) | 0
    const to = (d + r * units) | 0
    let mean = 0
    for (let i = 0; i < units; i++) mean += memory[(from + i) | 0] * memory[(to + i) | 0]
    for (let i = 0; i < units; i++)
      memory[(to + i) | 0] = memory[(from + i) | 0] * (memory[(to + i) | 0] - mean)
  }
}
