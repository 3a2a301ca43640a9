import {
  configure,
  createNetwork,
  type Data,
  drawMasks,
  dropoutStreams,
  initialize,
  initializers,
  plainSettings,
  train,
} from '../../engine/network/index.ts'
import type { Update } from '../../engine/optimizer.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { defaults } from '../../engine/parameters.ts'
import { freshSlots } from '../../engine/training/slots.ts'
import { type NaiveLayer, naiveNetwork } from './naiveNetwork.ts'
import { median, rateOf } from './timing.ts'
import { architectureOf, dataOf, seed, type Workload, workloads } from './workloads.ts'

const rounds = 9
const sliceMilliseconds = 120

/** One epoch over the data, k counting all updates; gives the loss of the last batch. */
type Epoch = () => number

const eachBatch = ({ examples, batch }: Workload, step: (first: number, rows: number) => number) => {
  let loss = 0
  for (let first = 0; first < examples; first += batch) loss = step(first, Math.min(batch, examples - first))
  return loss
}

export function ours(work: Workload, data: Data, order: Int32Array) {
  const architecture = architectureOf(work)
  const network = createNetwork(architecture, work.batch)
  const keep = architecture.layers.map((_, l) => (l === 0 ? 1 : work.keep))
  configure(network, { ...plainSettings, dropout: { form: 'inverse', keep } })
  initialize(network, initializers.xavier, seed)
  const initial = network.w.slice()
  const optimizer = optimizers[work.optimizer]
  const { w, gradient, size } = network
  const hyper = { ...defaults(optimizer.parameters), learningRate: work.rate, epsilonInside: false } as never
  const update: Update = {
    w,
    gradient,
    slots: freshSlots(optimizer, hyper, size),
    hyper,
    rate: work.rate,
    k: 0,
  }
  const streams = dropoutStreams(seed, architecture.layers)
  const epoch: Epoch = () =>
    eachBatch(work, (first, rows) => {
      update.k++
      drawMasks(network, streams, update.k, rows)
      train(network, data, order, first, rows)
      optimizer.update(update)
      return network.last.objective
    })
  return { epoch, initial, network }
}

/** The engine's flat vector as a layer each, for whoever keeps weights in another way. */
export function layersOf(work: Workload, initial: Float64Array): NaiveLayer[] {
  let from = 0
  const take = (n: number) => initial.slice(from, (from += n))
  let inputs = work.inputs
  return architectureOf(work).layers.map(({ units, batchNorm = false }): NaiveLayer => {
    const layer = { inputs, units, W: take(units * inputs), b: take(units) }
    inputs = units
    const [gamma, beta] = batchNorm ? [take(units), take(units)] : [new Float64Array(), new Float64Array()]
    return { ...layer, gamma, beta }
  })
}

export function naive(work: Workload, data: Data, order: Int32Array, initial: Float64Array): Epoch {
  const layers = layersOf(work, initial)
  const { activation, batchNorm, keep, optimizer, rate } = work
  const output = work.outputs === 1 ? 'linear' : 'softmax'
  const options = { activation, output, batchNorm, keep, adam: optimizer === 'adam', rate } as const
  const step = naiveNetwork(layers, options, work.batch, dropoutStreams(seed, layers))
  let k = 0
  return () => eachBatch(work, (first, rows) => step(data.x, data.d, order, first, rows, ++k))
}

/** Trains each workload's network by the engine and by plain loops in turn, and prints the ratios. */
export function raceNetworks(): void {
  console.log(
    'Training, thousand examples a second of processor time; median of the ratios of alternating slices.',
  )
  console.log(`${''.padEnd(48)}plain loops      engine   ratio   same loss after 5 epochs`)
  for (const work of workloads) {
    const data = dataOf(work)
    const order = Int32Array.from({ length: work.examples }, (_, i) => i)
    const { epoch: engine, initial } = ours(work, data, order)
    const plain = naive(work, data, order, initial)
    let difference = 0
    for (let i = 0; i < 5; i++) difference = Math.abs(engine() - plain())
    const rates: [plain: number, engine: number][] = []
    for (let round = 0; round <= rounds; round++)
      rates.push([
        rateOf(plain, work.examples, sliceMilliseconds),
        rateOf(engine, work.examples, sliceMilliseconds),
      ])
    rates.shift() // warm-up
    const [slow, fast] = [0, 1].map((i) => median(rates.map((pair) => pair[i])))
    const cells = [slow, fast].map((rate) => (rate / 1000).toFixed(0).padStart(12)).join('')
    const ratio = median(rates.map(([a, b]) => b / a)).toFixed(2)
    console.log(`${work.name.padEnd(47)}${cells}${ratio.padStart(8)}   ${difference.toExponential(1)}`)
  }
}
