import type { Examples, Prepared } from '../datasets/index.ts'
import {
  bounds,
  droppable,
  exactAverage,
  monteCarlo,
  type Network,
  predict,
  type Statistics,
} from '../network/index.ts'
import type { Random } from '../random.ts'
import type { Insides, Member, Probe } from './insides.ts'
import { gridOf } from './grid.ts'

/** The class of row `i` of outputs: of one output, whether it is above ½. */
function classOf(outputs: Float64Array, width: number, i: number): number {
  if (width === 1) return outputs[i] > 0.5 ? 1 : 0
  let best = 0
  for (let u = 1; u < width; u++) if (outputs[i * width + u] > outputs[i * width + best]) best = u
  return best
}

/** Rows that every member of a crowd is asked about: examples, and behind them the cells of a map. */
function questions(data: Prepared, examples: Examples, map: readonly [number, number]) {
  const grid = data.domain.length > 0 ? gridOf(data, ...map) : new Float64Array()
  const { x } = examples
  const rows = new Float64Array(x.length + grid.length)
  rows.set(x)
  rows.set(grid, x.length)
  return { rows, count: rows.length / data.inputs.length }
}

/**
 * What dropout's subnetworks make of the validation examples and of the plane: one of them, averages, and the whole
 * network with scaled weights, which stands for the average at test time. Nothing where no unit is dropped.
 */
export function crowdInsides(
  network: Network,
  data: Prepared,
  streams: readonly Random[],
  statisticsFor: (examples: Examples) => Statistics,
  step: number,
  { parts, crowd }: Probe,
): Pick<Insides, 'crowd' | 'exact'> {
  const units = droppable(network).length
  const isExact = parts.includes('exact') && units <= bounds.droppedUnits[1]
  if (!crowd || units === 0 || !(parts.includes('crowd') || isExact)) return {}
  const examples = data.validation.count > 0 ? data.validation : data.train
  const { rows, count } = questions(data, examples, crowd.map)
  const { outputs: width, task } = data
  const statistics = statisticsFor(examples)
  const outputsOf = (answer: (out: Float64Array) => void) => {
    const out = new Float64Array(count * width)
    answer(out)
    return out
  }
  const scaled = outputsOf((out) => predict(network, rows, count, out, statistics))

  function member(outputs: Float64Array): Member {
    let [loss, found, same] = [0, 0, 0]
    for (let i = 0; i < examples.count * width; i++)
      loss += network.divergence.between(outputs[i], examples.d[i])
    for (let i = 0; i < examples.count; i++) {
      const own = classOf(outputs, width, i)
      if (own === classOf(examples.d, width, i)) found++
      if (own === classOf(scaled, width, i)) same++
    }
    const isClassified = task !== 'regression'
    return {
      ...(data.domain.length > 0 && { map: Float32Array.from(outputs.subarray(examples.count * width)) }),
      loss: loss / examples.count,
      accuracy: isClassified ? found / examples.count : NaN,
      agreement: isClassified ? same / examples.count : NaN,
    }
  }
  const drawn = (samples: number) =>
    member(outputsOf((out) => monteCarlo(network, streams, samples, rows, count, out, step, statistics)))

  return {
    ...(parts.includes('crowd') && {
      crowd: {
        one: drawn(1),
        average: drawn(crowd.samples),
        scaled: member(scaled),
        droppable: units,
      },
    }),
    ...(isExact && {
      exact: { ...member(outputsOf((out) => exactAverage(network, rows, count, out, statistics))), step },
    }),
  }
}
