import type { Experiment } from '../../engine/experiment/experiment.ts'
import type { Optimizer, Update } from '../../engine/optimizer.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { defaults } from '../../engine/parameters.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import { createRunner } from '../../engine/training/runner.ts'
import { freshSlots } from '../../engine/training/slots.ts'
import { adamLoops } from './adamLoops.ts'
import type { Constants, Loop } from './plain.ts'
import { simpleLoops } from './simpleLoops.ts'
import { median, rateOf } from './timing.ts'

export const steps = 1000
const rounds = 5
const sliceMilliseconds = 150
export const start = [-1.2, 1] as const
export const rate = 0.0005

export const loops: Readonly<Record<string, Loop>> = { ...simpleLoops, ...adamLoops }
const surface = surfaces.rosenbrock
// The classic valley, which the loops have written in.
const parameters = { ...defaults(surface.parameters), a: 1, b: 100 }

interface Contestant {
  /** Makes `steps` updates from the start and gives the path, [x0, y0, x1, y1, ...]. */
  go: () => Float64Array
  /** Steps per second, one a round. */
  rates: number[]
}

export const plainLoop = (loop: Loop, constants: Constants) => {
  const path = new Float64Array(2 * steps + 2)
  return () => {
    loop(constants, start[0], start[1], path)
    return path
  }
}

/** The rule alone: what a step costs before anything but the path is recorded. */
export const bareUpdate = (optimizer: Optimizer, hyper: Update['hyper']) => {
  const path = new Float64Array(2 * steps + 2)
  const gradient = new Float64Array(2)
  const ahead = new Float64Array(2)
  const { lookAhead, update: move } = optimizer
  return () => {
    const w = Float64Array.from(start)
    const update: Update = { w, gradient, slots: freshSlots(optimizer, hyper, 2), hyper, rate, k: 0 }
    const point = lookAhead ? ahead : w
    path.set(w)
    for (let k = 1; k <= steps; k++) {
      update.k = k
      lookAhead?.(update, ahead)
      surface.gradient(point[0], point[1], parameters, gradient)
      move(update)
      path[2 * k] = w[0]
      path[2 * k + 1] = w[1]
    }
    return path
  }
}

/** All that the lab does: the rule, the objective, and a full row recorded at every step. */
function wholeRunner(optimizer: Optimizer, hyper: Update['hyper']) {
  const experiment: Experiment = {
    version: 1,
    seed: 1,
    problem: { kind: 'surface', surface: surface.id, parameters, rotation: 0, start, noise: 0 },
    steps,
    runs: [
      {
        id: optimizer.id,
        optimizer: optimizer.id,
        hyperparameters: hyper,
        schedule: { kind: 'constant' },
        clipping: { kind: 'none' },
        weightDecay: 0,
        problem: {},
      },
    ],
    changes: [],
  }
  return () => {
    const runner = createRunner(experiment)
    runner.advance(steps)
    const { rows, layout, length } = runner.traces[0]
    const { offset } = layout.channels.w
    const path = new Float64Array(2 * length)
    for (let k = 0; k < length; k++) {
      path[2 * k] = rows[k * layout.stride + offset]
      path[2 * k + 1] = rows[k * layout.stride + offset + 1]
    }
    return path
  }
}

/** Whether two paths are the same work: equal for their first 50 steps (rounding may part them later). */
const agree = (a: Float64Array, b: Float64Array) =>
  a.length === b.length &&
  a.slice(0, 102).every((value, i) => Math.abs(value - b[i]) <= 1e-9 * (1 + Math.abs(value)))

const millions = (value: number) => (value / 1e6).toFixed(1).padStart(9)
const percent = (a: readonly number[], b: readonly number[]) => {
  const share = 100 * median(a.map((value, i) => value / b[i]))
  return `${share.toFixed(share < 10 ? 1 : 0)} %`
}

/** Times the chosen optimizers, or all that have a plain loop; slices alternate, so that all share the same noise. */
export function race(chosen: readonly string[]): void {
  const fields = Object.values(optimizers)
    .filter(({ id }) => Object.hasOwn(loops, id) && (chosen.length === 0 || chosen.includes(id)))
    .map((optimizer) => {
      const hyper = { ...defaults(optimizer.parameters), learningRate: rate }
      const ways = {
        plain: plainLoop(loops[optimizer.id], hyper as never),
        update: bareUpdate(optimizer, hyper),
        runner: wholeRunner(optimizer, hyper),
      }
      const path = ways.plain()
      for (const go of [ways.update, ways.runner]) {
        if (!agree(path, go()))
          console.log(`${optimizer.id}: not the same path as its plain loop, so not the same work`)
      }
      const contestant = (go: Contestant['go']): Contestant => ({ go, rates: [] })
      return {
        name: optimizer.name,
        plain: contestant(ways.plain),
        update: contestant(ways.update),
        runner: contestant(ways.runner),
      }
    })
  const contestants = fields.flatMap(({ plain, update, runner }) => [plain, update, runner])
  for (let round = 0; round <= rounds; round++) {
    // Round 0 warms up.
    for (const { go, rates } of contestants) rates.push(rateOf(go, steps, sliceMilliseconds))
    if (round === 0) for (const { rates } of contestants) rates.length = 0
  }

  console.log(
    `Million steps a second on the Rosenbrock valley, ${steps} steps a run; in brackets the share of the plain loop.`,
  )
  console.log(`${''.padEnd(22)}plain loop        update alone          whole runner`)
  for (const { name, plain, update, runner } of fields) {
    const cells = [update, runner].map(
      ({ rates }) => `${millions(median(rates))} (${percent(rates, plain.rates)})`,
    )
    console.log(
      `${name.padEnd(22)}${millions(median(plain.rates))} ${cells.map((cell) => cell.padStart(20)).join(' ')}`,
    )
  }
  const without = Object.keys(optimizers).filter((id) => !Object.hasOwn(loops, id))
  if (without.length > 0 && chosen.length === 0) console.log(`No plain loop for: ${without.join(', ')}`)
}
