import type { Issue } from '../../../engine/experiment/experiment.ts'
import { readJson } from '../../../engine/experiment/jsonText.ts'

/** An experiment that a reader has kept in the browser. */
export interface Kept {
  name: string
  /** The text of its link. */
  link: string
  /** When it was kept: ISO 8601. */
  date: string
  /** A small picture, as a data address; empty where there was none. */
  thumbnail: string
}
export type Listed = { kept: readonly Kept[] } | { problem: string }

const KEY = 'descent.kept'
const FIELDS = ['name', 'link', 'date', 'thumbnail'] as const

const CLOSED = 'This browser does not let the page keep anything. Save the experiment as a file instead.'
const FULL = 'The browser has no room for more. Delete something, or save the experiment as a file instead.'
const UNREADABLE = 'What is kept here cannot be read. It is left as it is; nothing more can be kept.'

/** Reads a list of kept experiments from JSON. */
export function readKept(text: string): { kept: Kept[] } | { issues: readonly Issue[] } {
  const json = readJson(text)
  if (!json.ok) return { issues: json.issues }
  const list = (json.value as { kept?: unknown } | null)?.kept
  const fail = (path: string, found: string, expected: string) => ({ issues: [{ path, found, expected }] })
  if (!Array.isArray(list)) return fail('kept', 'no list', 'a list of experiments')
  for (const [i, item] of (list as Record<string, unknown>[]).entries()) {
    const bad = FIELDS.find((field) => typeof item?.[field] !== 'string')
    if (bad) return fail(`kept.${i}.${bad}`, item?.[bad] === undefined ? 'nothing' : 'no text', 'text')
    // A picture from elsewhere would be asked for; only what is in the text itself is shown.
    const { thumbnail } = item as unknown as Kept
    if (thumbnail !== '' && !thumbnail.startsWith('data:image/'))
      return fail(`kept.${i}.thumbnail`, 'another address', 'a data: address of an image, or nothing')
  }
  return {
    kept: (list as Kept[]).map(({ name, link, date, thumbnail }) => ({ name, link, date, thumbnail })),
  }
}

export const keptText = (kept: readonly Kept[]): string =>
  `${JSON.stringify({ version: 1, kept }, null, 1)}\n`

/** Both in one order, what is there twice once. */
export const joined = (old: readonly Kept[], added: readonly Kept[]): Kept[] => [
  ...old,
  ...added.filter((one) => !old.some(({ name, link }) => name === one.name && link === one.link)),
]

/** What is kept in a storage, which may be missing (asking for it then throws), closed or full. */
export function createShelf(storage: () => Storage) {
  function list(): Listed {
    let text: string | null
    try {
      text = storage().getItem(KEY)
    } catch {
      return { problem: CLOSED }
    }
    if (text === null) return { kept: [] }
    const read = readKept(text)
    return 'issues' in read ? { problem: UNREADABLE } : read
  }
  /** Replaces the list by what `change` makes of it. Where that cannot be, the old one stays. */
  function update(change: (kept: readonly Kept[]) => readonly Kept[]): Listed {
    const old = list()
    if ('problem' in old) return old
    const kept = change(old.kept)
    try {
      if (kept.length === 0) storage().removeItem(KEY)
      else storage().setItem(KEY, keptText(kept))
    } catch (error) {
      const isFull = error instanceof DOMException && error.name === 'QuotaExceededError'
      return { problem: isFull ? FULL : CLOSED }
    }
    return { kept }
  }
  return { list, update }
}
export type Shelf = ReturnType<typeof createShelf>
