import type { Prepared } from '../datasets/index.ts'
import type { Change, Experiment, Run, Tricks } from '../experiment/experiment.ts'
import { networkOf } from '../experiment/kinds.ts'
import { runName } from '../experiment/runName.ts'
import {
  configure,
  createNetwork,
  drawMasks,
  dropoutStreams,
  parameterOrder,
  parameterPlaces,
  releaseNetwork,
  view,
} from '../network/index.ts'
import { createFeed, dataOf, type Feed, type Files } from '../training/networkData.ts'
import { createRunner } from '../training/runner.ts'
import { architectureOf, settingsOf } from '../training/shape.ts'
import { read } from '../training/trace.ts'
import { base64Bits, base64Numbers } from './base64.ts'
import { type Segment, segmentsOf, settingsOfRun } from './segments.ts'

const tricksOf = ({ problem }: Run): Tricks => problem as Tricks

/** A parameter by its index as changes give it: its name and its place in the matrix of that name. */
function placeOf(data: Prepared, tricks: Tricks, index: number): { name: string; index: number } | undefined {
  const architecture = architectureOf(data, tricks)
  const at = parameterOrder(architecture)[index]
  const found = parameterPlaces(architecture).find(
    ({ offset, rows, columns }) => at >= offset && at < offset + rows * columns,
  )
  return found && { name: found.name, index: at - found.offset }
}

function segmentReceipt(data: Prepared, { from, fresh, run }: Segment) {
  const tricks = tricksOf(run)
  const { hidden, activation, divergence, l2, l1, batchNorm, dropout } = tricks
  const places = parameterPlaces(architectureOf(data, tricks))
  return {
    from,
    fresh,
    ...settingsOfRun(run),
    hidden,
    activation,
    divergence,
    l2,
    l1,
    batchNorm,
    dropoutForm: dropout.form,
    keep: settingsOf(tricks).dropout.keep,
    shapes: Object.fromEntries(places.map(({ name, rows, columns }) => [name, [rows, columns]])),
    frozen: (run.frozen ?? []).flatMap((index) => {
      const place = placeOf(data, tricks, index)
      return place ? [[place.name, place.index]] : []
    }),
  }
}

/** The settings under which update `k` is made. */
const during = (segments: readonly Segment[], k: number): Run =>
  segments.filter(({ from }) => from < k || from === 0).at(-1)?.run ?? segments[0].run

/** The masks of each update, layer by layer: bits, or null where nothing is dropped. */
function masksOf(
  experiment: Experiment,
  data: Prepared,
  feed: Feed,
  segments: readonly Segment[],
  steps: number,
) {
  const tricks = tricksOf(segments[0].run)
  const { batches } = feed
  const network = createNetwork(architectureOf(data, tricks), batches.largest)
  const { layers } = network.workspace
  const streams = dropoutStreams(experiment.seed, layers)
  const masks = Array.from({ length: steps }, (_, i) => {
    configure(network, settingsOf(tricksOf(during(segments, i + 1))))
    const { length } = batches.batchRows(i + 1)
    drawMasks(network, streams, i + 1, length)
    return layers.map(({ mask, inputs }, l) =>
      (network.settings.dropout.keep[l] ?? 1) < 1 ? base64Bits(view(mask, length * inputs)) : null,
    )
  })
  releaseNetwork(network)
  return masks
}

/** The inputs of each update whose examples were changed on the way. */
function seenOf(data: Prepared, feed: Feed, segments: readonly Segment[], steps: number) {
  const width = data.inputs.length
  const seen: Record<string, string> = {}
  for (let k = 1; k <= steps; k++) {
    const { augmentation } = tricksOf(during(segments, k))
    if (augmentation.kind === 'none') continue
    const rows = feed.batches.batchRows(k)
    const { x } = feed.examples(augmentation, rows, k)
    seen[k] = base64Numbers(
      Array.from(rows).flatMap((row) => [...x.subarray(row * width, (row + 1) * width)]),
    )
  }
  return seen
}

function weightsAt(experiment: Experiment, run: Run, step: number, files: Files): Float64Array {
  const alone = createRunner({ ...experiment, runs: [run] }, undefined, files)
  alone.advance(step)
  const { w } = alone.checkpoint().runs[0]
  alone.release()
  return w
}

/** All that a script needs to train the networks again, and what the engine made of it. */
export function networkReceipt(experiment: Experiment, files: Files) {
  const problem = networkOf(experiment)
  const data = dataOf(problem, experiment.seed, files)
  const feed = createFeed(problem, experiment.seed, data)
  const all = createRunner(experiment, undefined, files)
  const starts = all.checkpoint().runs
  all.advance(experiment.steps)
  const { traces } = all
  // A run that was stopped early has its best weights again; one that has diverged is made once more up to there.
  const ends = all.checkpoint().runs
  all.release()

  const runs = experiment.runs.map((run, i) => {
    const trace = traces[i]
    const segments = segmentsOf(experiment, run)
    const steps = trace.length - 1
    /** The last step of which the weights are kept. */
    const last = trace.finished?.best ?? steps
    const isEdit = (change: Change) =>
      change.path.startsWith('weights.') && change.step > 0 && (change.run ?? run.id) === run.id
    return {
      name: runName(run),
      steps,
      last,
      segments: segments.map((segment) => segmentReceipt(data, segment)),
      edits: experiment.changes.filter(isEdit).flatMap(({ step, path, value }) => {
        const place = placeOf(data, tricksOf(during(segments, step)), Number(path.slice(8)))
        return place ? [{ after: step, ...place, value }] : []
      }),
      start: base64Numbers(starts[i].w),
      masks: masksOf(experiment, data, feed, segments, steps),
      seen: seenOf(data, feed, segments, steps),
      losses: base64Numbers(Array.from({ length: steps }, (_, k) => read(trace, 'objective', k + 1))),
      end: base64Numbers(trace.stopped === undefined ? ends[i].w : weightsAt(experiment, run, last, files)),
    }
  })
  const steps = Math.max(0, ...runs.map((run) => run.steps))
  return {
    task: data.task,
    inputs: data.inputs.length,
    outputs: data.outputs,
    x: base64Numbers(data.train.x),
    d: base64Numbers(data.train.d),
    batches: Array.from({ length: steps }, (_, i) => Array.from(feed.batches.batchRows(i + 1))),
    runs,
  }
}
