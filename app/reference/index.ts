import { datasetPages } from './datasets.ts'
import type { Entry, Group } from './entry.ts'
import { optimizerPages } from './optimizers.ts'
import { surfacePages } from './surfaces.ts'
import { trickPages } from './tricks.ts'

export const groups: readonly Group[] = [optimizerPages, trickPages, surfacePages, datasetPages]

export interface Page {
  group: Group
  entry: Entry
}

/** `optimizers/adam` */
export const addressOf = ({ group, entry }: Page): string => `${group.id}/${entry.id}`

export const pages: readonly Page[] = groups.flatMap((group) =>
  group.entries.map((entry) => ({ group, entry })),
)
