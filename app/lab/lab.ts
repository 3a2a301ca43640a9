import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Experiment, Issue } from '../../engine/experiment/experiment.ts'
import { parseExperiment } from '../../engine/experiment/parse.ts'
import type { Domain } from '../../engine/surface.ts'
import type { Wash } from '../../engine/optimizer.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import type { Trace } from '../../engine/training/trace.ts'
import type { Client, Computation } from '../../engine/worker/client.ts'
import { kept } from './kept.ts'

/** A message in the page, until it is dismissed. */
export interface Message {
  /** `error`: the engine failed. `notice`: something the reader should know, nothing is lost. */
  tone: 'error' | 'notice'
  text: string
  /** What was wrong, line by line. */
  issues?: readonly Issue[]
  /** Text to keep for correction: the link that could not be read. */
  kept?: string
  /** Does again what did not succeed. */
  retry?: () => void
}

/** Only redraws; part of a link. */
export interface View {
  /** The run in focus: drawn last and thicker, its equation shown. */
  focus: string
  hidden: readonly string[]
  /** 1 is 12 steps a second. */
  speed: number
  /** Steps that the panels show; all of them when undefined. */
  window: readonly [from: number, to: number] | undefined
  /** The quantity whose panel and terms stay while the others fade. */
  pinned: Wash | undefined
  /** What a view has been asked to show that only it knows, by name; what is at its default is left out. */
  show: Readonly<Record<string, string>>
}

/** Never leaves the page. */
export interface Session {
  /** The cursor: how many updates have been made at the moment shown. */
  step: number
  playing: boolean
  /** The quantity under the pointer. */
  hovered: Wash | undefined
  /** Nothing is shown of what comes after the cursor: it would give the answer to a question away. */
  veiled: boolean
  /** An edit is under way (a drag): paths are pale until it is done. */
  drafting: boolean
  message: Message | undefined
  engine: 'starting' | 'worker' | 'page'
  /** What of the plane the map shows, once there is one: what "leaves the map" means. */
  frame: Domain | undefined
}

export interface LabState extends View, Session {
  experiment: Experiment
  /** What has been computed; it lags behind `experiment` by a message. Its traces grow in place. */
  computation: Computation | undefined
  /** Counts arrivals of rows, since traces grow in place. */
  revision: number
  undoable: boolean
  redoable: boolean
}

export interface Lab extends StoreApi<LabState> {
  /**
   * Replaces the experiment by what `change` makes of it, if that is one; otherwise says what is wrong and keeps
   * the old. What stays as it was stays the same object. A draft (`final: false`) is one of a series, undone as one.
   */
  edit: (change: (experiment: Experiment) => unknown, final?: boolean) => void
  undo: () => void
  redo: () => void
  /** Sets the cursor, to a step that has been computed, and stops playing. */
  seek: (step: number) => void
  setView: (view: Partial<View>) => void
  say: (message: Message | undefined) => void
}

/** The trace of a run, if it has been computed. */
export const traceOf = ({ computation }: LabState, run: string): Trace | undefined =>
  computation?.traces[computation.experiment.runs.findIndex(({ id }) => id === run)]

export const visibleRuns = ({ experiment, hidden }: LabState) =>
  experiment.runs.filter(({ id }) => !hidden.includes(id))

/** Whether the cursor goes where the pointer is, unpressed: not while it plays, nor to what is not to be seen yet. */
export const followsPointer = ({ playing, veiled }: LabState): boolean => !playing && !veiled

/** Whether the scales of the curves are not shown either: before the first step they would say how far it goes. */
export const hidesScales = ({ step, veiled }: LabState): boolean => veiled && step === 0

/** The run in focus until another is chosen: the first whose optimizer keeps a second moment, which shows most. */
export const defaultFocus = ({ runs }: Experiment): string =>
  (runs.find(({ optimizer }) => 'secondMoment' in optimizers[optimizer].readings) ?? runs[0])?.id ?? ''

/** The store of one mounted lab. Two labs on a page share nothing. */
export function createLab(
  experiment: Experiment,
  view: Partial<View> = {},
): Lab & { attach: (client: Pick<Client, 'compute'>) => void } {
  const store = createStore<LabState>(() => ({
    experiment,
    computation: undefined,
    revision: 0,
    focus: defaultFocus(experiment),
    hidden: [],
    speed: 1,
    window: undefined,
    pinned: undefined,
    show: {},
    ...view,
    step: 0,
    playing: false,
    veiled: false,
    hovered: undefined,
    drafting: false,
    message: undefined,
    engine: 'starting',
    frame: undefined,
    undoable: false,
    redoable: false,
  }))
  const { getState, setState } = store
  let client: Pick<Client, 'compute'> | undefined
  const past: Experiment[] = []
  const future: Experiment[] = []

  function show(next: Experiment, drafting: boolean) {
    const { experiment: old, focus, hidden, step, window } = getState()
    const ids = next.runs.map(({ id }) => id)
    setState({
      experiment: next,
      drafting,
      focus: ids.includes(focus) ? focus : defaultFocus(next),
      hidden: kept(
        hidden.filter((id) => ids.includes(id)),
        hidden,
      ),
      step: Math.min(step, next.steps),
      window: window && window[1] <= next.steps ? window : undefined,
      undoable: past.length > 0,
      redoable: future.length > 0,
    })
    // A drag that has come to rest has been computed.
    if (next !== old) client?.compute(next)
  }

  return {
    ...store,
    attach(attached) {
      client = attached
      client.compute(getState().experiment)
    },
    edit(change, final = true) {
      const { experiment: old, drafting } = getState()
      const result = parseExperiment(change(old))
      if (!result.ok) {
        setState({
          message: { tone: 'notice', text: 'That could not be set.', issues: result.issues },
          drafting: false,
        })
        return
      }
      const next = kept(result.experiment, old)
      if (next === old && !drafting) return
      if (!drafting) past.push(old)
      future.length = 0
      show(next, !final)
    },
    undo() {
      const last = past.pop()
      if (!last) return
      future.push(getState().experiment)
      show(last, false)
    },
    redo() {
      const next = future.pop()
      if (!next) return
      past.push(getState().experiment)
      show(next, false)
    },
    seek(step) {
      const { computation, step: from } = getState()
      // After an edit the cursor may be ahead of what is computed: a step on is not to throw it back.
      const last = Math.max(from, computation?.step ?? 0)
      setState({ step: Math.max(0, Math.min(last, Math.round(step))), playing: false })
    },
    setView: (next) => setState(next),
    say: (message) => setState({ message }),
  }
}
