import type { Experiment } from '../../engine/experiment/experiment.ts'
import { panels as timePanels } from '../panels/index.ts'

/** How much of the lab a figure is: one picture; with numbers; with everything, part by part; everything. */
export type Level = 'figure' | 'minimal' | 'compact' | 'full'
type Kind = Experiment['problem']['kind']

interface Contents {
  /** What is shown, from above: `map`, time panels by id, `runs`; of a network its rows. */
  panels: readonly string[]
  /** What can be changed, by the keys of a link: `lr`, `gamma`, `start`; `*` is all. */
  edit: readonly string[]
}

const open = timePanels.filter(({ folded }) => !folded).map(({ id }) => id)
const timeIds = timePanels.map(({ id }) => id)
const rowIds = ['decision', 'network', 'dropout', 'norm', 'weights', 'divergence']

const levels: Readonly<Record<Level, Readonly<Record<Kind, Contents>>>> = {
  figure: {
    surface: { panels: ['map'], edit: ['start'] },
    network: { panels: ['decision'], edit: [] },
  },
  minimal: {
    surface: { panels: ['map', 'loss', 'runs'], edit: ['start', 'lr'] },
    network: { panels: ['decision', 'divergence'], edit: ['lr'] },
  },
  compact: {
    surface: { panels: ['map', 'loss', 'runs'], edit: ['*'] },
    network: { panels: ['decision', 'network', 'weights', 'divergence'], edit: ['*'] },
  },
  full: {
    surface: { panels: ['map', ...open, 'runs'], edit: ['*'] },
    network: { panels: rowIds, edit: ['*'] },
  },
}

export const levelNames = Object.keys(levels) as readonly Level[]

/** What there is to choose from. */
export const panelsOf: Readonly<Record<Kind, readonly string[]>> = {
  surface: ['map', ...timeIds, 'runs'],
  network: rowIds,
}

/** What a figure of a level shows and lets change, unless it is told otherwise. */
export const contentsOf = (level: Level, kind: Kind): Contents => levels[level][kind]

/** Whether one of the keys by which a control is known may be used. */
export const allows = (edit: readonly string[], ...keys: readonly string[]): boolean =>
  edit.includes('*') || keys.some((key) => edit.includes(key))
