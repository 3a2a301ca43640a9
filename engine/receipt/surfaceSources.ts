import { formulaSource } from './formulaSource.ts'
import type { SurfaceProblem } from '../experiment/experiment.ts'

/** f(x, y) of each surface in Python, from the same sources as the engine's; p holds its parameters. */
const bodies: Readonly<Record<string, string>> = {
  ravine: 'return 0.5 * (x * x + p["kappa"] * y * y)',
  rosenbrock: 'return (p["a"] - x) ** 2 + p["b"] * (y - x ** 2) ** 2',
  beale: 'return (1.5 - x + x * y) ** 2 + (2.25 - x + x * y ** 2) ** 2 + (2.625 - x + x * y ** 3) ** 2',
  himmelblau: 'return (x ** 2 + y - 11) ** 2 + (x + y ** 2 - 7) ** 2',
  doubleWell: 'return 0.5 * x ** 2 + 0.25 * (y ** 2 - 1) ** 2',
  saddle: 'return x ** 2 - y ** 2',
  monkeySaddle: 'return x ** 3 - 3 * x * y ** 2',
  well: 'return 1 - exp(-(x ** 2 + y ** 2) / (2 * p["s"] ** 2))',
  cliff: 'u = 0.5\nfor _ in range(20):\n    u = x * sigmoid(u) + y\nreturn (sigmoid(u) - 0.7) ** 2',
  twoWeight:
    'total = 0.0\nfor i in range(9):\n    at = -2 + 0.5 * i\n    total = total + (y * tanh(x * at) - 0.8 * math.tanh(1.5 * at)) ** 2\nreturn total / 18',
  sixHumpCamel: 'return (4 - 2.1 * x ** 2 + x ** 4 / 3) * x ** 2 + x * y + (4 * y ** 2 - 4) * y ** 2',
  styblinskiTang: 'return 0.5 * (x ** 4 - 16 * x ** 2 + 5 * x + y ** 4 - 16 * y ** 2 + 5 * y)',
  mccormick: 'return sin(x + y) + (x - y) ** 2 - 1.5 * x + 2.5 * y + 1',
  booth: 'return (x + 2 * y - 7) ** 2 + (2 * x + y - 5) ** 2',
  goldsteinPrice:
    'u, v = x + y, 2 * x - 3 * y\nreturn (1 + (u + 1) ** 2 * (3 * u ** 2 - 14 * u + 19)) * (30 + v ** 2 * (3 * v ** 2 - 16 * v + 18))',
  ackley:
    'return 20 - 20 * exp(-0.2 * sqrt(0.5 * (x ** 2 + y ** 2))) + math.e - exp(0.5 * (cos(2 * math.pi * x) + cos(2 * math.pi * y)))',
  rastrigin:
    'a = p["amplitude"]\nreturn x ** 2 + a * (1 - cos(2 * math.pi * x)) + y ** 2 + a * (1 - cos(2 * math.pi * y))',
  l1Ravine: 'return absolute(x) + 10 * absolute(y)',
}

/** The definition of f in Python. */
export function surfaceSource({ surface, parameters }: SurfaceProblem): string {
  const body =
    typeof parameters.formula === 'string' ? `return ${formulaSource(parameters.formula)}` : bodies[surface]
  if (body === undefined) throw new Error(`${surface} has no Python here`)
  return `def f(x, y):\n    p = RECEIPT["parameters"]\n${body
    .split('\n')
    .map((line) => `    ${line}\n`)
    .join('')}`
}
