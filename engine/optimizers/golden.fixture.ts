import { PI, cos, exp, sin } from '../mathematics.ts'

export interface GoldenSurface {
  value: (x: number, y: number) => number
  gradient: (x: number, y: number) => readonly [number, number]
}
type Named = Readonly<Record<string, number>>

/** The surfaces of the reference trajectories as engine/golden/FORMAT.md writes them, by the name used there. */
export const goldenSurfaces: Readonly<Record<string, (parameters: Named) => GoldenSurface>> = {
  ravine({ kappa, theta_deg }) {
    const c = cos((theta_deg * PI) / 180)
    const s = sin((theta_deg * PI) / 180)
    return {
      value: (x, y) => 0.5 * ((c * x + s * y) * (c * x + s * y) + kappa * (c * y - s * x) * (c * y - s * x)),
      gradient(x, y) {
        const u = c * x + s * y
        const v = kappa * (c * y - s * x)
        return [c * u - s * v, s * u + c * v]
      },
    }
  },
  rosenbrock: ({ a, b }) => ({
    value: (x, y) => (a - x) * (a - x) + b * (y - x * x) * (y - x * x),
    gradient: (x, y) => [-2 * (a - x) - 4 * b * x * (y - x * x), 2 * b * (y - x * x)],
  }),
  beale() {
    const terms = [1.5, 2.25, 2.625]
    const residual = (x: number, y: number, n: number) => terms[n - 1] - x + x * y ** n
    return {
      value: (x, y) => [1, 2, 3].reduce((sum, n) => sum + residual(x, y, n) ** 2, 0),
      gradient: (x, y) => [
        [1, 2, 3].reduce((sum, n) => sum + 2 * residual(x, y, n) * (y ** n - 1), 0),
        [1, 2, 3].reduce((sum, n) => sum + 2 * residual(x, y, n) * x * n * y ** (n - 1), 0),
      ],
    }
  },
  himmelblau: () => ({
    value: (x, y) => (x * x + y - 11) ** 2 + (x + y * y - 7) ** 2,
    gradient: (x, y) => [
      4 * x * (x * x + y - 11) + 2 * (x + y * y - 7),
      2 * (x * x + y - 11) + 4 * y * (x + y * y - 7),
    ],
  }),
  saddle: () => ({ value: (x, y) => x * x - y * y, gradient: (x, y) => [2 * x, -2 * y] }),
  rastrigin: ({ A }) => ({
    value: (x, y) => 2 * A + x * x - A * cos(2 * PI * x) + y * y - A * cos(2 * PI * y),
    gradient: (x, y) => [2 * x + 2 * PI * A * sin(2 * PI * x), 2 * y + 2 * PI * A * sin(2 * PI * y)],
  }),
  ackley: () => ({
    value: (x, y) =>
      -20 * exp(-0.2 * Math.sqrt((x * x + y * y) / 2)) -
      exp((cos(2 * PI * x) + cos(2 * PI * y)) / 2) +
      Math.E +
      20,
    gradient(x, y) {
      const r = Math.sqrt((x * x + y * y) / 2)
      const well = (2 * exp(-0.2 * r)) / r
      const waves = PI * exp((cos(2 * PI * x) + cos(2 * PI * y)) / 2)
      return [well * x + waves * sin(2 * PI * x), well * y + waves * sin(2 * PI * y)]
    },
  }),
  styblinski_tang: () => ({
    value: (x, y) => 0.5 * (x ** 4 - 16 * x * x + 5 * x + y ** 4 - 16 * y * y + 5 * y),
    gradient: (x, y) => [2 * x ** 3 - 16 * x + 2.5, 2 * y ** 3 - 16 * y + 2.5],
  }),
  six_hump_camel: () => ({
    value: (x, y) => (4 - 2.1 * x * x + x ** 4 / 3) * x * x + x * y + (4 * y * y - 4) * y * y,
    gradient: (x, y) => [8 * x - 8.4 * x ** 3 + 2 * x ** 5 + y, x + 16 * y ** 3 - 8 * y],
  }),
  booth: () => ({
    value: (x, y) => (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2,
    gradient: (x, y) => [
      2 * (x + 2 * y - 7) + 4 * (2 * x + y - 5),
      4 * (x + 2 * y - 7) + 2 * (2 * x + y - 5),
    ],
  }),
  mccormick: () => ({
    value: (x, y) => sin(x + y) + (x - y) ** 2 - 1.5 * x + 2.5 * y + 1,
    gradient: (x, y) => [cos(x + y) + 2 * (x - y) - 1.5, cos(x + y) - 2 * (x - y) + 2.5],
  }),
  monkey_saddle: () => ({
    value: (x, y) => x ** 3 - 3 * x * y * y,
    gradient: (x, y) => [3 * x * x - 3 * y * y, -6 * x * y],
  }),
}
