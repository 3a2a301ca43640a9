import type { Experiment } from '../../engine/experiment/experiment.ts'
import type { Files } from '../../engine/training/networkData.ts'

/** How long the page may stand still for a slice of the work. */
const SLICE_MS = 20

/** All lines, each ended: computed in slices, between which the page lives on; undefined when called off. */
export async function gather(lines: Iterable<string>, signal: AbortSignal): Promise<string | undefined> {
  const told: string[] = []
  let end = performance.now() + SLICE_MS
  for (const line of lines) {
    told.push(line, '\n')
    if (performance.now() < end) continue
    await new Promise((resolve) => setTimeout(resolve))
    if (signal.aborted) return undefined
    end = performance.now() + SLICE_MS
  }
  return told.join('')
}

/** What an experiment is computed from in the page: the code for its kind, and its files, or why they cannot be had. */
export async function prepared(experiment: Experiment): Promise<Files> {
  if (experiment.problem.kind !== 'network') return {}
  await import('../../engine/training/networks.ts')
  const { fetchFiles } = await import('../lab/files.ts')
  const { files = {}, complaint } = await fetchFiles(experiment)
  if (complaint !== undefined) throw new Error(complaint)
  return files
}

/** Every series of an experiment, as the command line prints it: `csv` or `jsonl`. */
export async function tableText(
  experiment: Experiment,
  format: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const files = await prepared(experiment)
  const { formats } = await import('../../engine/cli/formats.ts')
  return gather(formats[format](experiment, 1, files), signal)
}
