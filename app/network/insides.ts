import type { Experiment } from '../../engine/experiment/experiment.ts'
import type { Follow, Insides, Part, Probe } from '../../engine/training/insides.ts'
import { cancel, request } from '../drawing/frame.ts'
import type { Lab } from '../lab/lab.ts'
import { addEvaluation } from './evaluations.ts'

/** What of a probe depends on what is on screen. */
type Wish = Pick<Probe, 'runs' | 'map' | 'neuron' | 'crowd' | 'unit' | 'domain'> & {
  plane?: Probe['plane'] | undefined
}

/** A parameter over the steps, of runs that need not be those on screen. */
export interface Following {
  runs: readonly number[]
  follow: Follow
}

/** The answer to a probe of an experiment. */
export interface Answer {
  experiment: Experiment
  runs: readonly Insides[]
}

/** The insides of the runs on screen at the cursor, as far as they have come: the last answer stays until the next. */
export interface InsidesStore {
  /** Counts answers that have one of these parts: what has been drawn of them is not drawn again. */
  version: (parts: readonly Part[]) => number
  of: (run: number) => Insides | undefined
  /** What the answers are about; the lab may be further. */
  experiment: () => Experiment | undefined
  /** A row that shows these parts is on screen, until called off. Parts that no row shows are not asked for. */
  show: (parts: readonly Part[]) => () => void
  wish: (change: Partial<Wish>) => void
  /** What is missing of one parameter over the steps; asked for as long as something is. */
  trace: (following: Following | undefined) => void
  receive: (answer: Answer) => void
  /** Follows the cursor until called off. */
  follow: () => () => void
}

/** While it plays, each part is asked for at most once in so many ms: more could not be told apart. */
const PERIODS: Readonly<Record<Part, number>> = {
  map: 30,
  neurons: 80,
  state: 80,
  batch: 80,
  crowd: 250,
  exact: Infinity,
  influence: 80,
  inference: 400,
  scores: 80,
  series: 0,
  roughness: Infinity,
}

/** Of how many steps of a run the roughness is measured. */
const SAMPLES = 40

/** Asked for once the cursor has rested for so many ms, and alone: it takes long. */
const REST = 200

/** An answer that has not come after so many ms will not come. */
const PATIENCE = 1500

/** What an answer holds of each part. */
const fields: Readonly<Record<Part, readonly (keyof Insides)[]>> = {
  map: ['map', 'plane'],
  neurons: ['neurons'],
  state: ['w', 'g', 'update', 'slots'],
  batch: ['batch'],
  crowd: ['crowd'],
  exact: ['exact'],
  influence: ['influence'],
  inference: ['inference'],
  scores: ['scores'],
  series: ['series'],
  roughness: [],
}

/** What is known of a run after an answer: of the parts asked for only what it says now, the others as they were. */
function merge(old: Insides | undefined, answer: Insides, parts: readonly Part[]): Insides {
  const kept = { ...old }
  for (const part of parts) for (const field of fields[part]) delete kept[field]
  return { ...kept, ...answer }
}

const isSame = (a: readonly unknown[], b: readonly unknown[] = []) =>
  a.length === b.length && a.every((value, i) => Object.is(value, b[i]))

/** Asks once a frame at most, and for a part only when the cursor, the experiment or the wish is another. */
export function createInsides(
  lab: Lab,
  probe: (probe: Probe) => void,
  now = () => performance.now(),
): InsidesStore {
  /** How many rows on screen show a part. */
  const shown = new Map<Part, number>()
  /** When a part was asked for last, and for what. */
  const asked = new Map<Part, { when: number; what: readonly unknown[] }>()
  const versions = Object.fromEntries(Object.keys(fields).map((part) => [part, 0])) as Record<Part, number>
  let wish: Wish = { runs: [], map: [46, 46], neuron: 22 }
  let following: Following | undefined
  /** Whether the last question was about it: it takes turns with what is on screen. */
  let hasFollowed = false
  let answers = new Map<number, Insides>()
  let about: Experiment | undefined
  /** The question that has not been answered yet: the next waits for it, for the engine would forget this one. */
  let open: { parts: readonly Part[]; when: number; computation: unknown } | undefined

  /** Since when the question has been the same. */
  let rest: { what: readonly unknown[]; since: number } = { what: [], since: 0 }
  let later: ReturnType<typeof setTimeout> | undefined

  /** Of the parts that are due, those to ask for now. */
  function choose(due: readonly Part[], playing: boolean, when: number): readonly Part[] {
    const quick = due.filter((part) => part !== 'exact')
    if (quick.length > 0 || due.length === 0 || playing) return quick
    clearTimeout(later)
    if (when - rest.since >= REST) return due
    later = setTimeout(() => request(ask), REST)
    return []
  }

  /** The last question about the roughness, and where the next is to be asked. */
  let samples: { of: readonly unknown[]; next: number } = { of: [], next: 0 }

  /** The next step at which the roughness is to be measured; undefined where all is, or nobody looks. */
  function nextSample(): number | undefined {
    const { computation } = lab.getState()
    if (!shown.has('roughness') || !computation) return undefined
    const of = [computation, wish.runs]
    if (!isSame(of, samples.of)) samples = { of, next: 0 }
    const { next } = samples
    if (next > computation.step) return undefined
    samples.next = next + Math.max(1, Math.ceil(computation.experiment.steps / SAMPLES))
    return next
  }

  /** Roughness is known by its step: it joins what was recorded. */
  function keepRoughness({ experiment, runs }: Answer): void {
    const { computation, revision } = lab.getState()
    if (computation?.experiment !== experiment) return
    for (const { run, step, roughness } of runs)
      if (roughness !== undefined) addEvaluation(computation.traces[run], 'roughness', step, roughness)
    lab.setState({ revision: revision + 1 })
  }

  function ask() {
    const { computation, step, playing } = lab.getState()
    if (!computation || computation.step < step || wish.runs.length === 0) return
    const when = now()
    if (open && open.computation === computation && when - open.when < PATIENCE) return
    const what = [computation, step, wish]
    if (!isSame(what, rest.what)) rest = { what, since: when }
    const due = [...shown.keys()].filter((part) => {
      if (part === 'series' || part === 'roughness') return false
      const last = asked.get(part)
      return !isSame(what, last?.what) && !(playing && last && when - last.when < PERIODS[part])
    })
    const parts = choose(due, playing, when)
    const put = (question: Probe) => {
      open = { parts: question.parts, when, computation }
      probe(question)
    }
    // Each answer brings a portion of a series; then the next is asked for.
    hasFollowed = following !== undefined && (parts.length === 0 || !hasFollowed)
    if (following && hasFollowed) return put({ step, ...wish, ...following, parts: ['series'] })
    if (parts.length > 0) {
      for (const part of parts) asked.set(part, { when, what })
      return put({ step, ...wish, parts })
    }
    const sampled = playing ? undefined : nextSample()
    if (sampled !== undefined) put({ step: sampled, ...wish, parts: ['roughness'] })
  }

  return {
    version: (parts) => parts.reduce((sum, part) => sum + versions[part], 0),
    of: (run) => answers.get(run),
    experiment: () => about,
    show(parts) {
      for (const part of parts) shown.set(part, (shown.get(part) ?? 0) + 1)
      request(ask)
      return () => {
        for (const part of parts) {
          const left = (shown.get(part) ?? 1) - 1
          if (left > 0) shown.set(part, left)
          else shown.delete(part)
        }
      }
    },
    wish(change) {
      if (JSON.stringify({ ...wish, ...change }) === JSON.stringify(wish)) return
      wish = { ...wish, ...change }
      request(ask)
    },
    trace(next) {
      following = next
      if (next) request(ask)
    },
    receive(answered) {
      const { experiment, runs } = answered
      if (open?.parts.includes('roughness')) {
        open = undefined
        keepRoughness(answered)
        return
      }
      // Runs are known by their index: of another experiment, what is kept would be taken for another's.
      if (experiment !== about) answers = new Map()
      about = experiment
      const parts = open?.parts ?? []
      open = undefined
      for (const answer of runs) answers.set(answer.run, merge(answers.get(answer.run), answer, parts))
      for (const part of parts) versions[part]++
      // Layers look anew at what they watch whenever the lab says that something has changed.
      lab.setState({})
    },
    follow() {
      const unsubscribe = lab.subscribe(() => request(ask))
      request(ask)
      return () => {
        unsubscribe()
        clearTimeout(later)
        cancel(ask)
      }
    },
  }
}
