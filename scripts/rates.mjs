/**
 * Tunes a learning rate for every optimizer on every surface, the way the surfaces' `rates` were found: over the grid
 * 1, 2, 5 × 10^n from 1e-5 to 10, the rate with the fewest steps until the value stays within 1 % of the start's
 * height above the floor, the smaller one of equals. So that nobody wins by luck, steps are the median over the
 * first start and four more within 3 % of it, and no update may be longer than a sixteenth of the map, which
 * would not be a path any more; where that takes more than 300 steps, a third. Where no rate arrives then, the
 * height counts above the minimum downhill of the start. The cliff is run with its clip.
 *
 *     node scripts/rates.mjs [surface ...]
 */
const { ensureDependencies, root } = await import('./ensure.mjs')
ensureDependencies()

const { runnerImport } = await import('vite')
const load = async (path) =>
  (await runnerImport(`${root}engine/${path}`, { configFile: false, logLevel: 'error' })).module
const { surfaces } = await load('surfaces/index.ts')
const { optimizers } = await load('optimizers/index.ts')
const { defaults } = await load('parameters.ts')

const LIMIT = 3000
const grid = [-5, -4, -3, -2, -1, 0]
  .flatMap((n) => [1, 2, 5].map((digit) => Number(`${digit}e${n}`)))
  .concat(10)
const clips = { cliff: 0.5 }

/** RProp grows its step by design: its first one is what must be short. */
const growing = ['rprop']

/** Steps until the value is at most `goal`, and `until`: for good, or for the first time; Infinity when it never is. */
function steps(
  surface,
  optimizer,
  rate,
  goal,
  { start = surface.starts[0], first = false, reach = Infinity, limit = LIMIT, end } = {},
) {
  const values = defaults(surface.parameters)
  const [xMin, xMax, yMin, yMax] = surface.domain(values)
  const size = Math.max(xMax - xMin, yMax - yMin)
  const hyper = { ...defaults(optimizer.parameters), learningRate: rate }
  const w = Float64Array.from(start)
  const slots = Object.fromEntries(
    Object.entries(optimizer.slots).map(([name, { size, initial = 0 }]) => [
      name,
      new Float64Array(size === 'run' ? 1 : 2).fill(typeof initial === 'function' ? initial(hyper) : initial),
    ]),
  )
  const gradient = new Float64Array(2)
  const point = new Float64Array(2)
  const update = { w, gradient, slots, hyper, rate, k: 0 }
  const clip = clips[surface.id] ?? Infinity
  let arrived = Infinity
  for (let k = 1; k <= limit; k++) {
    update.k = k
    const [x, y] = w
    point.set(w)
    optimizer.lookAhead?.(update, point)
    surface.gradient(point[0], point[1], values, gradient)
    const norm = Math.hypot(gradient[0], gradient[1])
    if (norm > clip) for (let i = 0; i < 2; i++) gradient[i] *= clip / norm
    optimizer.update(update)
    const f = surface.value(w[0], w[1], values)
    const longest = k > 1 && growing.includes(optimizer.id) ? Math.max(reach, 1 / 3) : reach
    const tooLong = !(Math.hypot(w[0] - x, w[1] - y) <= longest * size)
    if (!Number.isFinite(f) || tooLong || Math.hypot(...w) > 1e6) return Infinity
    if (f > goal) arrived = Infinity
    else if (first) return k
    else if (arrived === Infinity) arrived = k
  }
  end?.set(w)
  return arrived
}

const nudges = [
  [1, 1],
  [1.03, 0.98],
  [0.98, 1.02],
  [0.97, 0.99],
  [1.01, 1.03],
]
const typical = (surface, optimizer, rate, goal, reach) => {
  const [x, y] = surface.starts[0]
  const all = nudges.map(([s, t]) => steps(surface, optimizer, rate, goal, { start: [s * x, t * y], reach }))
  return all.sort((a, b) => a - b)[2]
}

/** The height at which a small-step descent from the start comes to rest. */
function restDownhill(surface) {
  const end = new Float64Array(2).fill(NaN)
  const values = defaults(surface.parameters)
  const h = new Float64Array(3)
  surface.hessian(...surface.starts[0], values, h)
  const rate = 0.05 / (1 + Math.abs(h[0]) + 2 * Math.abs(h[1]) + Math.abs(h[2]))
  steps(surface, optimizers.sgd, rate, -Infinity, { limit: 100000, end })
  return surface.value(end[0], end[1], values)
}

const chosen = process.argv.slice(2)
for (const surface of Object.values(surfaces)) {
  if (chosen.length > 0 && !chosen.includes(surface.id)) continue
  const values = defaults(surface.parameters)
  const known = surface.rates(values)
  const start = surface.value(...surface.starts[0], values)
  const one = (floor) => floor + 0.01 * (start - floor)
  const top = one(surface.floor(values))
  const local = one(restDownhill(surface))
  console.log(`\n${surface.id} from (${surface.starts[0].join(', ')})`)
  for (const optimizer of Object.values(optimizers)) {
    const search = (goal, reach) =>
      grid
        .map((rate) => ({ rate, k: typical(surface, optimizer, rate, goal, reach), goal }))
        .reduce((best, one) => (one.k < best.k ? one : best))
    const tries = []
    for (const [goal, reach] of [
      [top, 1 / 16],
      [top, 1 / 3],
      [local, 1 / 16],
      [local, 1 / 3],
    ]) {
      tries.push(search(goal, reach))
      if (tries.at(-1).k <= 300) break
    }
    const { rate, k, goal } = tries.reduce((best, one) => (one.k < best.k ? one : best))
    const found = k === Infinity ? 'none' : `${rate} (${k})${goal === top ? '' : ' downhill'}`
    const given = known[optimizer.id]
    const note = given && `listed ${given}: ${steps(surface, optimizer, given, top, { first: true })} steps`
    console.log(`  ${optimizer.id.padEnd(9)} ${found.padEnd(22)} ${note ?? ''}`)
  }
}
