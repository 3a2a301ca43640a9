import { fileComplaint } from '../../engine/dataset.ts'
import { dataFile } from '../../engine/experiment/dataFile.ts'
import type { Experiment } from '../../engine/experiment/experiment.ts'
import type { Files } from '../../engine/training/networkData.ts'

/** What has been fetched: the page draws from the same bytes that the engine learns from. */
export const files: Record<string, Uint8Array> = {}

/** What an experiment is read from, nothing where it needs none; or why it could not be read. */
interface Fetched {
  files?: Files
  complaint?: string
}

/** Fetches the file that an experiment's data are read from, from beside the page. */
export async function fetchFiles(experiment: Experiment): Promise<Fetched> {
  const file = dataFile(experiment)
  if (!file) return {}
  const { path } = file
  if (files[path]) return { files: { [path]: files[path] } }
  try {
    const answer = await fetch(new URL(path, document.baseURI))
    if (!answer.ok) return { complaint: `${path}: the server answered ${answer.status}` }
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const complaint = fileComplaint({ file }, bytes)
    if (complaint !== undefined) return { complaint }
    files[path] = bytes
    return { files: { [path]: bytes } }
  } catch {
    return { complaint: `${path}: no answer` }
  }
}
