import type { Experiment } from '../../engine/experiment/experiment.ts'

/** Something to take along: a file, and what it says where it is text. */
export interface Made {
  name: string
  blob: Blob
  text?: string
}

/** How long a file stays at hand for a browser that asks where to put it. */
const AT_HAND_MS = 60_000

/** A frame without an origin of its own is rarely allowed to download; nothing tells whether it is. */
export const mayNotSave = (): boolean => globalThis.origin === 'null'

/** Hands a file to the browser. */
export function save({ name, blob }: Made): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), AT_HAND_MS)
}

export const textFile = (name: string, type: string, text: string): Made => ({
  name,
  text,
  blob: new Blob([text], { type: `${type};charset=utf-8` }),
})

/** "12 kB" */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** "descent-ravine-loss" */
export const fileName = (...words: string[]): string =>
  ['descent', ...words]
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '')

export const experimentFile = (subject: string, experiment: Experiment): Made =>
  textFile(`${fileName(subject)}.json`, 'application/json', `${JSON.stringify(experiment, null, 1)}\n`)
