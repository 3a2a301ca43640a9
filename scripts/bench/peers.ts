import { predict } from '../../engine/network/index.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { defaults } from '../../engine/parameters.ts'
import type { NaiveLayer } from './naiveNetwork.ts'
import { layersOf, naive, ours } from './networks.ts'
import { gradientX, gradientY } from './plain.ts'
import { bareUpdate, loops, plainLoop, rate, start, steps } from './race.ts'
import { median, rateOf } from './timing.ts'
import { dataOf, type Workload, workloads } from './workloads.ts'

/** A library of others, as `peers/*.mjs` present them; what one cannot do it gives nothing for. */
export interface Peer {
  name: string
  /** Called before it is asked for anything. */
  ready?: (() => unknown) | undefined
  train: (
    work: Workload,
    data: { x: Float64Array; d: Float64Array },
    layers: readonly NaiveLayer[],
  ) => Training | undefined
  /** Outputs for `count` points. */
  map: (
    work: Workload,
    layers: readonly NaiveLayer[],
    points: Float64Array,
    count: number,
  ) => (() => ArrayLike<number>) | undefined
  /** The path of an optimizer in the Rosenbrock valley. */
  walk: (rule: string, valley: object) => (() => Float64Array) | undefined
}
interface Training {
  epoch: () => unknown
  /** On all examples, one after the other. */
  outputs: () => ArrayLike<number>
  /** Whether it does what the engine does, so that its outputs are to agree. */
  sameWork: boolean
}

/** Times as fast as the fastest of some peers: what was set out to be reached, in Chromium. */
interface Goal {
  against: string
  must: number
  stretch: number
}
const goals: Readonly<Record<string, readonly Goal[]>> = {
  W1: [
    { against: 'convnetjs', must: 5, stretch: 6 },
    { against: 'brain.js', must: 3, stretch: 3.5 },
    { against: 'tfjs', must: 60, stretch: 80 },
  ],
  W2: [{ against: 'tfjs', must: 30, stretch: 40 }],
  W3: [{ against: 'tfjs', must: 2.2, stretch: 2.5 }],
  W3b: [{ against: 'tfjs', must: 6, stretch: 7 }],
}

const rounds = 7
const sliceMilliseconds = 120
/** A decision map of 100 × 100 points. */
const side = 100
/** The rules of W4. */
const walked = ['momentum', 'nesterov', 'rmsprop', 'adagrad', 'adadelta', 'adam', 'rprop']

interface Contestant {
  name: string
  ready?: Peer['ready'] | undefined
  go: () => unknown
  note?: string | undefined
}

/** Three digits, in thousands or millions. */
function rounded(value: number): string {
  const [by, name] = value < 1e3 ? [1, ' '] : value < 1e6 ? [1e3, 'k'] : [1e6, 'M']
  return `${Number((value / by).toPrecision(3))} ${name}`
}
const times = (ratio: number) => `${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)}×`

/** Gives a rate as `rateOf` does. */
type Measure = (go: () => unknown, amount: number, sliceMilliseconds: number) => number | Promise<number>

/** Lets all go in turn, the engine first, and prints how fast each was, and how many times as fast the engine. */
async function contest(
  measure: Measure,
  key: string,
  title: string,
  unit: string,
  contestants: readonly Contestant[],
  amount: number,
) {
  const rates: number[][] = contestants.map(() => [])
  for (let round = 0; round <= rounds; round++)
    for (const [i, { go, ready }] of contestants.entries()) {
      await ready?.()
      const measured = await measure(go, amount, sliceMilliseconds)
      if (round > 0) rates[i].push(measured) // round 0 warms up
    }
  console.log(`\n${key.padEnd(5)}${title}`)
  const ratios = rates.map((those) => median(those.map((value, round) => rates[0][round] / value)))
  contestants.forEach(({ name, note = '' }, i) => {
    const cells = [`${rounded(median(rates[i]))}${unit}`, i === 0 ? '' : times(ratios[i]), note]
    console.log(
      `     ${name.padEnd(14)}${cells[0].padStart(20)}${cells[1].padStart(9)}   ${cells[2]}`.trimEnd(),
    )
  })
  for (const { against, must, stretch } of goals[key] ?? []) {
    const least = Math.min(...ratios.filter((_, i) => contestants[i].name.startsWith(against)))
    if (least === Infinity) continue
    const verdict = least >= stretch ? 'both reached' : least >= must ? 'reached' : 'NOT reached'
    console.log(`     goal: ${must}× ${against}, better ${stretch}×: ${times(least)}, ${verdict}`)
  }
}

const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i])))

async function raceTraining(measure: Measure, peers: readonly Peer[], work: Workload) {
  const data = dataOf(work)
  const order = Int32Array.from({ length: work.examples }, (_, i) => i)
  const { epoch, initial, network } = ours(work, data, order)
  const contestants: Contestant[] = [
    { name: 'engine', go: epoch },
    { name: 'plain loops', go: naive(work, data, order, initial) },
  ]
  for (let i = 0; i < 5; i++) epoch()
  const outputs = new Float64Array(work.examples * work.outputs)
  predict(network, data.x, work.examples, outputs)
  for (const { name, ready, train } of peers) {
    await ready?.()
    const training = train(work, data, layersOf(work, initial))
    if (!training) continue
    for (let i = 0; i < 5; i++) training.epoch()
    const difference = largestDifference(outputs, training.outputs()).toExponential(0)
    const note = training.sameWork ? `after 5 epochs ${difference} from the engine` : 'not the same work'
    contestants.push({ name, ready, go: training.epoch, note })
  }
  await contest(
    measure,
    work.name.split(' ')[0],
    work.name.slice(5),
    'examples/s',
    contestants,
    work.examples,
  )
}

async function raceMaps(measure: Measure, peers: readonly Peer[], key: string, work: Workload) {
  const { initial, network } = ours(work, dataOf(work), new Int32Array())
  const count = side * side
  const points = Float64Array.from({ length: 2 * count }, (_, i) =>
    i % 2 === 0 ? ((i >> 1) % side) / 16 - 3 : Math.floor((i >> 1) / side) / 16 - 3,
  )
  const out = new Float64Array(count * work.outputs)
  const contestants: Contestant[] = [{ name: 'engine', go: () => predict(network, points, count, out) }]
  predict(network, points, count, out)
  for (const { name, ready, map } of peers) {
    await ready?.()
    const go = map(work, layersOf(work, initial), points, count)
    const note = go && `${largestDifference(out, go()).toExponential(0)} from the engine`
    if (go) contestants.push({ name, ready, go, note })
  }
  await contest(
    measure,
    key,
    `a map of ${side} × ${side} points, the network of ${work.name.slice(0, 2)}`,
    'maps/s',
    contestants,
    1,
  )
}

/** The rules that all take part with are the same ones, so each peer races the engine by itself. */
async function raceWalks(measure: Measure, peers: readonly Peer[]) {
  const hyperOf = (rule: string) => ({ ...defaults(optimizers[rule].parameters), learningRate: rate })
  const together = (walks: readonly (() => unknown)[]) => () => walks.forEach((walk) => walk())
  const engine = (rules: readonly string[]) =>
    together(rules.map((rule) => bareUpdate(optimizers[rule], hyperOf(rule))))
  const plain = together(walked.map((rule) => plainLoop(loops[rule], hyperOf(rule) as never)))
  const title = (count: number) => `${count} optimizers in the Rosenbrock valley, paths of ${steps} steps`
  const contestants = [
    { name: 'engine', go: engine(walked) },
    { name: 'plain loops', go: plain },
  ]
  await contest(measure, 'W4', title(walked.length), 'steps/s', contestants, walked.length * steps)
  for (const { name, ready, walk } of peers) {
    const valley = { start, steps, rate, gradientX, gradientY }
    const rules = walked.filter((rule) => walk(rule, valley) !== undefined)
    if (rules.length === 0) continue
    const go = together(rules.map((rule) => walk(rule, valley)!))
    const pair = [
      { name: 'engine', go: engine(rules) },
      { name, ready, go, note: rules.join(', ') },
    ]
    await contest(measure, 'W4', title(rules.length), 'steps/s', pair, rules.length * steps)
  }
}

/** Races the engine with plain loops and with the libraries of others, and prints a table for each workload. */
export async function racePeers(peers: readonly Peer[], measure: Measure = rateOf): Promise<void> {
  console.log('By processor time, slices alternating; × is the median of the ratios, the engine to that one.')
  for (const work of workloads) await raceTraining(measure, peers, work)
  await raceWalks(measure, peers)
  await raceMaps(measure, peers, 'W5a', workloads[0])
  await raceMaps(measure, peers, 'W5b', workloads[1])
}
