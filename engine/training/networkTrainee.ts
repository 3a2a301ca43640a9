import type { Prepared } from '../datasets/index.ts'
import type { Run, Tricks } from '../experiment/experiment.ts'
import {
  configure,
  createNetwork,
  drawMasks,
  dropoutStreams,
  initialize,
  initializers,
  parameterOrder,
  releaseNetwork,
  train,
} from '../network/index.ts'
import { lengthOf } from './clipping.ts'
import { crowdInsides } from './crowd.ts'
import { createMeter, isFiniteStill, noScore, readyStatistics, weightNorm } from './meter.ts'
import { column, makeRowRecorder, networkLayout } from './networkColumns.ts'
import type { Feed } from './networkData.ts'
import { networkInsides } from './networkInsides.ts'
import { createPatience } from './patience.ts'
import { architectureOf, carryBetween, reshape, settingsOf } from './shape.ts'
import type { Trainee, Vectors } from './trainee.ts'

/** What all runs of an experiment have in common. */
export interface Common {
  seed: number
  steps: number
  /** Steps from one evaluation to the next. */
  interval: number
  /** Its rows are recorded already: nothing is measured for them. */
  isReplay: boolean
  data: Prepared
  feed: Feed
}

/** A run that trains a network. */
export function networkTrainee(
  { seed, steps, interval, isReplay, data, feed }: Common,
  tricksOf: (run: Run) => Tricks,
  run: Run,
  done: number,
  from?: { w: Float64Array; memory: Vectors },
): Trainee {
  const { batches } = feed
  let tricks = tricksOf(run)
  let network = createNetwork(architectureOf(data, tricks), batches.largest)
  let order = parameterOrder(network.architecture)
  const place = (index: number) => order[index] ?? -1
  let measure = createMeter(network, data.task)
  const streams = dropoutStreams(seed, network.architecture.layers)
  const patience = createPatience(from?.memory)
  /** Room for w while the gradient is taken ahead of it. */
  let kept = new Float64Array(network.size)
  /** The row at hand. */
  const row = new Float64Array(networkLayout.stride).fill(NaN)
  const score = noScore()
  /** The last update. */
  let last = done

  configure(network, settingsOf(tricks))
  if (from) {
    network.w.set(from.w)
    network.running.set(from.memory.running)
  } else {
    const { kind, ...values } = tricks.initializer
    initialize(network, initializers[kind], seed, values)
    tricks.weights.forEach((value, index) => (network.w[place(index)] = value))
  }

  function statisticsFor(examples: Prepared['train']) {
    return readyStatistics(network, tricks.batchNorm.inference, data.train, examples, batches, last)
  }

  /** The columns of test mode. */
  function evaluate() {
    const { train: training, validation } = data
    measure(training, statisticsFor(training), score)
    row[column.trainLoss] = score.loss
    row[column.trainAccuracy] = score.accuracy
    row[column.saturated] = score.saturated
    row[column.dead] = score.dead
    if (validation.count === 0) return
    measure(validation, statisticsFor(validation), score)
    row[column.validationLoss] = score.loss
    row[column.validationAccuracy] = score.accuracy
  }

  return {
    get w() {
      return network.w
    },
    get gradient() {
      return network.gradient
    },
    takeGradient(k, ahead) {
      const rows = batches.batchRows(k)
      const examples = feed.examples(tricks.augmentation, rows, k)
      drawMasks(network, streams, k, rows.length)
      const { w, last: met } = network
      if (ahead) {
        kept.set(w)
        w.set(ahead)
      }
      train(network, examples, rows)
      if (ahead) w.set(kept)
      row[column.objective] = met.objective
      row[column.loss] = met.loss
      row[column.penalty] = met.penalty
      row[column.gradientNorm] = lengthOf(network.gradient)
    },
    place,
    settle(k) {
      last = k
      row.fill(NaN, column.trainLoss)
      weightNorm(network, row, column.weightNorm)
      if (k === 0) {
        evaluate()
        return 'on'
      }
      if (!isFiniteStill(network) || !Number.isFinite(row[column.objective])) return 'diverged'
      if (k % interval !== 0 && k !== steps) return 'on'
      const { patience: allowed } = tricks
      if (isReplay && allowed === 0) return 'on'
      evaluate()
      if (allowed === 0 || !patience.isOver(network, k, row[column.validationLoss], allowed)) return 'on'
      patience.restore(network)
      return 'finished'
    },
    configure(next) {
      const before = tricks
      tricks = tricksOf(next)
      if (before.patience > 0 && tricks.patience === 0) patience.forget()
      const [was, is] = [before.batchNorm, tricks.batchNorm]
      if (was.on === is.on && (!is.on || was.layers === is.layers)) {
        configure(network, settingsOf(tricks))
        return undefined
      }
      const old = network
      network = reshape(old, architectureOf(data, tricks))
      releaseNetwork(old)
      configure(network, settingsOf(tricks))
      order = parameterOrder(network.architecture)
      measure = createMeter(network, data.task)
      kept = new Float64Array(network.size)
      patience.forget()
      return carryBetween(old.architecture, network.architecture)
    },
    layout: () => networkLayout,
    recorder: (trace, _optimizer, update) => makeRowRecorder(trace, update, row),
    memory: () => ({ running: network.running.slice(), ...patience.memory() }),
    get best() {
      return patience.best
    },
    insides: (probe) => ({
      ...networkInsides(network, data, batches, statisticsFor, last, probe),
      ...crowdInsides(network, data, streams, statisticsFor, last, probe),
    }),
    release: () => releaseNetwork(network),
  }
}
