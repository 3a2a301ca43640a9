import type { Experiment, Issue } from '../../engine/experiment/experiment.ts'
import { opening } from '../../engine/experiment/opening.ts'
import { type Pair, readQuery, writeQuery } from '../../engine/experiment/query.ts'
import { bounded, quote } from '../../engine/experiment/reader.ts'
import { viewKeys } from '../../engine/experiment/textKeys.ts'
import { showKey } from '../../engine/experiment/textSource.ts'
import { type Level, levelNames, panelsOf } from '../figure/levels.ts'
import type { View } from '../lab/lab.ts'
import { SPEEDS } from '../lab/player.ts'
import { readLink } from '../share/link.ts'
import { type Goal, readGoal } from './goal.ts'
import { type ThemeName, themes } from './messages.ts'
import type { Scene, Scenes } from './scene.ts'

/** How an embedded figure looks and behaves. */
export interface Settings {
  ui: Level
  panels: readonly string[] | undefined
  edit: readonly string[] | undefined
  theme: ThemeName
  size: 'fill' | 'auto'
  /** When it plays: when it is asked to, as soon as it is seen, or never. */
  run: 'click' | 'visible' | 'off'
  /** Whether anything leads out of it. */
  links: boolean
  /** The only page that is spoken to. */
  host: string | undefined
  /** What that page must know to be spoken to. */
  k: string | undefined
  title: string | undefined
  caption: string | undefined
  goal: Goal | undefined
}

/** A figure as its address says it. */
export interface Parameters {
  experiment: Experiment
  view: Partial<View>
  at: number | undefined
  settings: Settings
  /** What was wrong; in its place stands what is usual. */
  issues: readonly Issue[]
  /** Names that mean nothing here: they are passed on with the state, and nothing else. */
  unknown: readonly Pair[]
}

/** One name of the address: what its text means, or what would be right. */
type Read<T> = (text: string, experiment: Experiment) => { value: T } | { expected: string }

const oneOf =
  <T extends string>(...values: readonly T[]): Read<T> =>
  (text) => {
    const value = values.find((one) => one === text)
    return value === undefined ? { expected: `one of ${values.join(', ')}` } : { value }
  }
const words = (text: string) => text.split(',').map((word) => word.trim())

function origin(text: string): { value: string } | { expected: string } {
  try {
    if (new URL(text).origin === text) return { value: text }
  } catch {
    // Said below.
  }
  return { expected: 'an origin such as https://course.example' }
}

const readers: { [K in keyof Settings]?: Read<NonNullable<Settings[K]>> } & {
  lang: Read<string>
  speed: Read<number>
} = {
  ui: oneOf(...levelNames),
  panels: (text, { problem }) => {
    const known = panelsOf[problem.kind]
    const value = words(text)
    return value.every((word) => known.includes(word))
      ? { value }
      : { expected: `some of ${known.join(', ')}` }
  },
  edit: (text) =>
    /^[\w*.,-]{0,200}$/.test(text)
      ? { value: words(text) }
      : { expected: 'keys of a link, such as lr,gamma' },
  theme: oneOf(...themes),
  size: oneOf('fill', 'auto'),
  run: oneOf('click', 'visible', 'off'),
  links: (text) => (text === '0' || text === '1' ? { value: text === '1' } : { expected: '0 or 1' }),
  host: origin,
  k: (text) => (/^[\w-]{1,64}$/.test(text) ? { value: text } : { expected: 'up to 64 letters and digits' }),
  title: (text) => (text.length <= 120 ? { value: text } : { expected: 'at most 120 characters' }),
  goal: readGoal,
  // The words are English, and the page says so: under another name they would be read out wrongly.
  lang: (text) =>
    /^en\b/i.test(text)
      ? { value: text }
      : { expected: 'en: figures speak English, and nothing else so far' },
  speed: (text) =>
    SPEEDS.includes(Number(text)) ? { value: Number(text) } : { expected: `one of ${SPEEDS.join(', ')}` },
}

const usual: Settings = {
  ui: 'figure',
  panels: undefined,
  edit: undefined,
  theme: 'auto',
  size: 'fill',
  run: 'click',
  links: true,
  host: undefined,
  k: undefined,
  title: undefined,
  caption: undefined,
  goal: undefined,
}

/** The later of two lists wins, name by name. */
const over = (below: readonly Pair[], above: readonly Pair[]): Pair[] => [
  ...below.filter(({ key }) => !above.some((pair) => pair.key === key)),
  ...above,
]
const textOf = (pairs: readonly Pair[]) => writeQuery(pairs.map(({ key, value }) => [key, value]))

/**
 * The experiment in some pairs. What is wrong is left out, so that its default stands in, as long as the rest makes
 * sense without it.
 */
async function readExperiment(all: readonly Pair[]) {
  const issues: Issue[] = []
  const unknown: Pair[] = []
  let pairs = [...all]
  for (;;) {
    if (pairs.length === 0) return { experiment: opening(), view: {}, at: undefined, issues, unknown }
    const linked = await readLink(textOf(pairs))
    if (linked.issues.length === 0) return { ...linked, issues, unknown }
    const about = (pair: Pair) =>
      linked.issues.filter(({ path }) => path.split(' (')[0] === showKey(pair.key))
    const wrong = pairs.filter((pair) => about(pair).length > 0)
    unknown.push(...wrong.filter((pair) => about(pair).every(({ found }) => found === 'an unknown key')))
    issues.push(...linked.issues.filter(({ found }) => found !== 'an unknown key'))
    // Without its runs the rest is another experiment than was meant.
    const isLost = wrong.length === 0 || wrong.some(({ key }) => key === 'opt')
    pairs = isLost ? [] : pairs.filter((pair) => !wrong.includes(pair))
  }
}

/** The figures of the lesson that is named, or else the lessons: who looks for one finds it among few. */
function nearTo(name: string, scenes: Scenes): string[] {
  const names = Object.keys(scenes)
  const ofLesson = names.filter((one) => one.startsWith(`${name.split('.')[0]}.`))
  return ofLesson.length > 0 ? ofLesson : names.filter((one) => !one.includes('.'))
}

/** What the settings in the address say, and what of them makes no sense. */
function readSettings(pairs: readonly Pair[], experiment: Experiment, scene: Scene | undefined) {
  const issues: Issue[] = []
  const settings: Settings = {
    ...usual,
    ...(scene && { title: scene.title, caption: scene.caption, panels: scene.panels }),
  }
  for (const { key, value: text } of pairs) {
    const read = Object.hasOwn(readers, key) ? readers[key as keyof typeof readers] : undefined
    if (!read) continue
    const result = (read as Read<unknown>)(text, experiment)
    if ('expected' in result) issues.push({ path: key, found: quote(text), expected: result.expected })
    else if (key in usual) Object.assign(settings, { [key]: result.value })
  }
  return { settings, issues }
}

/**
 * A figure from its address: the fragment before the query, both before the scene that they name. Whatever is wrong is
 * told, and what is usual stands in for it.
 */
export async function readParameters(search: string, hash: string, scenes: Scenes): Promise<Parameters> {
  const written = over(readQuery(`?${search.replace(/^\?/, '')}`), readQuery(hash))
  const name = written.find(({ key }) => key === 'scene')?.value
  const scene = name !== undefined && Object.hasOwn(scenes, name) ? scenes[name] : undefined
  const issues: Issue[] = []
  if (name !== undefined && !scene) {
    issues.push({ path: 'scene', found: quote(name), expected: `one of ${nearTo(name, scenes).join(', ')}` })
  }
  const own = written.filter(({ key }) => key !== 'scene')
  const pairs = scene ? over([...readQuery(scene.link), { key: 'at', value: String(scene.at) }], own) : own
  const isView = ({ key }: Pair) => viewKeys.includes(key)
  const isBare = pairs.every((pair) => isView(pair) || pair.key === 'v')
  const read = await readExperiment(isBare ? [] : pairs)
  const said = readSettings(pairs, read.experiment, scene)
  return {
    experiment: read.experiment,
    view: read.view,
    at: read.at,
    settings: said.settings,
    issues: bounded([...issues, ...read.issues, ...said.issues]),
    unknown: read.unknown,
  }
}
