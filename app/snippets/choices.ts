import type { Experiment } from '../../engine/experiment/experiment.ts'
import { type Pair, writeQuery } from '../../engine/experiment/query.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import { type Goal, writeGoal } from '../embed/goal.ts'
import type { ThemeName } from '../embed/messages.ts'
import { contentsOf, type Level, panelsOf } from '../figure/levels.ts'
import { partsOf } from '../figure/parts.ts'
import { panels as timePanels } from '../panels/index.ts'

/** What is chosen of a figure for another page. */
export interface Choices {
  ui: Level
  theme: ThemeName
  title: string
  /** What its level or its scene shows, where nothing is said. */
  panels: readonly string[] | undefined
  /** What its level lets change, where nothing is said. */
  edit: readonly string[] | undefined
  goal: Goal | undefined
  /** The page that is told of the goal. */
  host: string
}

export interface Option {
  value: string
  label: string
}
type Problem = Experiment['problem']

const surfaceNames: Readonly<Record<string, string>> = {
  map: 'Map',
  runs: 'Runs',
  ...Object.fromEntries(timePanels.map(({ id, title }) => [id, title])),
}

/** What a figure of an experiment can show. */
export const showable = ({ kind }: Problem): Option[] =>
  panelsOf[kind].map((value) => ({
    value,
    label: kind === 'surface' ? surfaceNames[value] : partsOf(kind, [value])[0].name,
  }))

/** What of a figure can be left to its readers, by the keys of a link. */
export function changeable({ problem, runs }: Experiment): Option[] {
  const options: [string, string][] = [
    ['*', 'everything'],
    ['lr', 'learning rates'],
  ]
  if (problem.kind === 'surface') {
    options.push(['start', 'start'])
    for (const { optimizer } of runs)
      for (const [name, spec] of Object.entries(optimizers[optimizer].parameters))
        if (spec.kind === 'number' && name !== 'learningRate') options.push([spec.key ?? name, spec.label])
    for (const [name, spec] of Object.entries(surfaces[problem.surface].parameters))
      if (spec.kind === 'number') options.push([spec.key ?? name, spec.label])
    options.push(['rotate', 'rotation'], ['noise', 'noise'])
  }
  options.push(['steps', 'steps'], ['seed', 'seed'])
  return [...new Map(options)].map(([value, label]) => ({ value, label }))
}

/** What is shown and can be changed by these choices. */
export function contents(choices: Choices, { kind }: Problem, scene: readonly string[] | undefined) {
  const usual = contentsOf(choices.ui, kind)
  return { panels: choices.panels ?? scene ?? usual.panels, edit: choices.edit ?? usual.edit }
}

/** The choices as names of an address, without those that say what is usual. */
export function pairsOf({ ui, theme, title, panels, edit, goal, host }: Choices, usualTitle: string): Pair[] {
  const pairs: [string, string | undefined][] = [
    ['ui', ui === 'figure' ? undefined : ui],
    ['panels', panels?.join()],
    ['edit', edit?.join()],
    ['theme', theme === 'auto' ? undefined : theme],
    ['title', title === usualTitle || title === '' ? undefined : title],
    ['goal', goal && writeGoal(goal)],
    ['host', goal && host !== '' ? host : undefined],
  ]
  return pairs.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]))
}

/** The text of a link, and what is to be added to it. */
export const joined = (link: string, pairs: readonly Pair[]): string =>
  [link, writeQuery(pairs.map(({ key, value }) => [key, value]))].filter((text) => text !== '').join('&')
