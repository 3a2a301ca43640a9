import '../../engine/experiment/networks.ts'
import '../../engine/training/networks.ts'
import { datasets } from '../../engine/datasets/index.ts'
import { networkRates } from '../../engine/experiment/networkRates.ts'
import { parseText } from '../../engine/experiment/text.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import type { Files } from '../../engine/training/networkData.ts'
import { createRunner } from '../../engine/training/runner.ts'
import { read } from '../../engine/training/trace.ts'

/** Planar classes that lie around, in and across each other, and images. */
const sets = ['circles', 'moons', 'spiral', 'digits']
const seeds = [1, 2, 3]
const grid = [-4, -3, -2, -1, 0].flatMap((n) => [1, 2, 5].map((digit) => Number(`${digit}e${n}`))).concat(10)
/** The last updates, over which the validation loss is averaged. */
const LAST = 20
/** A rate on which a rule comes to nothing counts as one with this many times its least loss. */
const WORST = 100

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]

/** Median over the seeds of the validation loss that a rule ends with on a set, all else at its default. */
function lossOf(set: string, optimizer: string, rate: number, files: Files): number {
  return median(
    seeds.map((seed) => {
      const parsed = parseText(`v=1&data=${set}&opt=${optimizer}&lr=${rate}&seed=${seed}`)
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
      const { experiment } = parsed
      const runner = createRunner(experiment, undefined, files)
      runner.advance(experiment.steps)
      const [trace] = runner.traces
      runner.release()
      if (trace.stopped !== undefined) return Infinity
      const losses = Array.from({ length: LAST }, (_, n) =>
        read(trace, 'validationLoss', experiment.steps - n),
      )
      const measured = losses.filter((loss) => !Number.isNaN(loss))
      return measured.reduce((sum, loss) => sum + loss, 0) / measured.length
    }),
  )
}

/** How much worse each rate is than the best of its rule on a set, as a logarithm. */
function regrets(losses: readonly number[]): number[] {
  const least = Math.min(...losses)
  return losses.map((loss) => Math.log(Math.min(WORST, loss / least)))
}

/** The search for `networkRates`, printed rule by rule; `readFile` gives a file of the page. */
export function searchNetworks(readFile: (path: string) => Uint8Array): void {
  const files = Object.fromEntries(
    Object.values(datasets).flatMap(({ file }) => (file ? [[file.path, readFile(file.path)]] : [])),
  )
  for (const optimizer of Object.keys(optimizers)) {
    const bySet = sets.map((set) => regrets(grid.map((rate) => lossOf(set, optimizer, rate, files))))
    const sums = grid.map((_, i) => bySet.reduce((sum, of) => sum + of[i], 0))
    const best = sums.indexOf(Math.min(...sums))
    const worse = sets.map((set, n) => `${set} ×${Math.exp(bySet[n][best]).toFixed(2)}`).join(', ')
    console.log(
      `${optimizer.padEnd(9)} ${String(grid[best]).padEnd(6)} listed ${networkRates[optimizer]}  ${worse}`,
    )
  }
}
