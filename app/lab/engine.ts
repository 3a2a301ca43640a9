import type { Experiment } from '../../engine/experiment/experiment.ts'
import { type Client, type Computation, createClient, type Look } from '../../engine/worker/client.ts'
import type { Probe } from '../../engine/training/insides.ts'
import { connect, type Connection, type Workers } from './connect.ts'
import type { createLab, Lab } from './lab.ts'

/** Deaths in a row without a row computed in between, after which starting anew is left to the reader. */
const PATIENCE = 3

/** Rows of what takes longer to compute are told of only so often, unless the cursor waits for them: lines grow slowly. */
const LONG_MS = 100

export interface Engine {
  /** Starts a new one by hand. */
  restart: () => void
  /** Asks for what runs look like inside at a step; a later question takes the place of an earlier one. */
  probe: (probe: Probe) => void
  /** Calls back with the answers until called off. */
  onInsides: (listener: (look: Look) => void) => () => void
  /** Computes no further while it rests: what nobody sees can wait. */
  rest: (isResting: boolean) => void
  /** Ends its worker for good. What was computed stays in the lab. */
  dispose: () => void
}

/** Puts before a lab what has been computed, or more of it. */
export const tell = (lab: Lab, computation: Computation): void =>
  lab.setState(({ revision }) => ({ computation, revision: revision + 1 }))

/**
 * Connects a lab with an engine of its kind of problem, which a lab keeps for life, and with a new one whenever the
 * engine's worker dies. Networks are trained by as many workers as there are `cores` for this lab.
 */
export function startEngine(lab: ReturnType<typeof createLab>, workers: Workers, cores = 1): Engine {
  const { kind } = lab.getState().experiment.problem
  let deaths = 0
  /** The last of them counts: what has been started for another is closed. */
  let starts = 0
  let client: Client | undefined
  let connection: Connection | undefined
  /** Whether the engine has been given company. */
  let isCrew = false
  let isResting = false
  let isDisposed = false
  let wanted: Experiment | undefined
  /** Computes a draft in the page; fetched after the first picture. */
  let computeAtOnce: ((draft: Experiment) => Computation | undefined) | undefined
  /** Whether the lab has what it wants from the page: what the worker may still say is of something older. */
  let isAhead = false
  /** What the lab was told of last, since when of that, when last and how far it was. */
  let told = { computation: undefined as Computation | undefined, since: 0, last: 0, step: -1 }
  const listeners = new Set<(look: Look) => void>()
  const answer = (look: Look) => listeners.forEach((listener) => listener(look))

  async function start() {
    connection?.close()
    isCrew = false
    const turn = ++starts
    const started = await connect(kind, workers, die)
    if (isDisposed || turn !== starts) return started.close()
    connection = started
    const { port, where } = started
    lab.setState({ engine: where })
    if (client) {
      client.reconnect(port)
      void enlist()
    } else {
      client = createClient(port, show, fail, answer)
      client.rest(isResting)
      lab.attach({ compute: (experiment) => void compute(experiment) })
    }
  }
  /** Several networks are several engines' work. Meanwhile the first begins; what it was asked last is asked of all. */
  async function enlist() {
    const first = connection
    const isShared = kind === 'network' && wanted !== undefined && wanted.runs.length > 1
    if (!isShared || isCrew || cores < 2 || first?.where !== 'worker') return
    isCrew = true
    const { recruit } = await import('./crew.ts')
    const crew = await recruit(first, cores, () => connect(kind, workers, die))
    if (isDisposed || connection !== first) return crew.close()
    connection = crew
    client?.reconnect(crew.port)
  }
  /** Data may be read from a file, which comes first; by then another experiment may be wanted. */
  async function compute(experiment: Experiment) {
    wanted = experiment
    isAhead = false
    if (lab.getState().drafting && showAtOnce(experiment)) return
    if (kind === 'network') {
      const { fetchFiles } = await import('./files.ts')
      const { files, complaint } = await fetchFiles(experiment)
      if (files) client?.provide(files)
      if (wanted !== experiment) return
      if (complaint !== undefined) {
        const text = `The data could not be read. ${complaint}.`
        lab.say({ tone: 'notice', text, retry: () => void compute(experiment) })
        return
      }
    }
    client?.compute(experiment)
    void enlist()
    // Fetched while the worker computes: a drag may come next.
    if (kind === 'surface') ({ computeAtOnce } = await import('./atOnce.ts'))
  }
  /** A drag cannot wait for a worker. */
  function showAtOnce(draft: Experiment): boolean {
    const computation = computeAtOnce?.(draft)
    if (computation) tell(lab, computation)
    return (isAhead = computation !== undefined)
  }
  const show = (computation: Computation) => {
    deaths = 0
    if (isAhead) return
    const now = performance.now()
    const { step, playing } = lab.getState()
    if (told.computation !== computation) told = { computation, since: now, last: now, step: -1 }
    const isDone = computation.step >= computation.experiment.steps
    const isAwaited = !playing && told.step < step && step <= computation.step
    if (now - told.since > LONG_MS && now - told.last < LONG_MS && !isDone && !isAwaited) return
    told = { ...told, last: now, step: computation.step }
    tell(lab, computation)
  }
  const fail = (why: string) => {
    const step = Math.max(0, lab.getState().computation?.step ?? 0)
    lab.say({ tone: 'error', text: `The engine stopped at step ${step}: ${why}.` })
  }
  const die = (why: string) => {
    if (++deaths > PATIENCE) {
      fail(why)
      return
    }
    void start()
    lab.say({ tone: 'notice', text: 'The engine’s worker ended and was started again. Nothing is lost.' })
  }

  void start()
  return {
    restart() {
      deaths = 0
      lab.say(undefined)
      void start()
    },
    probe: (probe) => client?.probe(probe),
    onInsides(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    rest(next) {
      isResting = next
      client?.rest(next)
    },
    dispose() {
      isDisposed = true
      listeners.clear()
      connection?.close()
    },
  }
}
