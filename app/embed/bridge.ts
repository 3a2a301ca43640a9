import type { LabState } from '../lab/lab.ts'
import { readQuery, writeQuery } from '../../engine/experiment/query.ts'
import { readLink } from '../share/link.ts'
import type { Words } from '../share/picture/take.ts'
import { reached, writeGoal } from './goal.ts'
import type { Live } from './live.ts'
import {
  capabilities,
  type Event,
  type Failure,
  type Hello,
  NAMESPACE,
  readCall,
  readRequest,
  type Reply,
  type Request,
  VERSION,
} from './messages.ts'
import type { Parameters } from './parameters.ts'
import { snapshot } from './snapshot.ts'
import { tableOf } from './table.ts'
import { setTheme } from './theme.ts'

/** Ms: how often progress is told at most, and how long a state has to stay before it is. */
const PROGRESS = 250
const SETTLE = 250
/** What of the lab is in its state; the rest comes and goes by itself. */
const stated = [
  'experiment',
  'step',
  'playing',
  'focus',
  'hidden',
  'speed',
  'window',
  'pinned',
  'show',
] as const
/** The least height at which a figure can be used. */
const MIN_HEIGHT = 240

interface Options {
  live: Live
  parameters: Parameters
  /** The figure on the page. */
  element: HTMLElement
  /** What a picture of it says. */
  words: () => Words
  /** The page around it wants the figure to be as high as it likes. */
  onGrow: () => void
}

/**
 * The figure's end of the wire. It greets the page around it, takes one port, and from then on listens to that port and
 * to nothing else but what stops and starts slides. Returns how to hang up.
 */
export function listenToHost({ live, parameters, element, words, onGrow }: Options): () => void {
  const { lab } = live
  const { settings } = parameters
  const { host, k } = settings
  let port: MessagePort | undefined
  /** Requests under way, whose edits are not the reader's. */
  let asked = 0

  const tell = (event: Event) => port?.postMessage(event)
  const greet = () => {
    const hello: Hello = {
      ns: NAMESPACE,
      v: VERSION,
      type: 'hello',
      k,
      versions: [VERSION],
      caps: capabilities,
    }
    if (parent !== window) parent.postMessage(hello, host ?? '*')
  }

  /** The state as the text of a link; what is wrong with it otherwise. */
  async function setState(text: string): Promise<Failure | undefined> {
    const { experiment, view, at, issues } = await readLink(text)
    if (issues.length > 0) return { code: 'bad-state', path: issues[0].path }
    // Another kind of problem is another figure.
    const isOther = experiment.problem.kind !== lab.getState().experiment.problem.kind
    if (isOther) return { code: 'bad-state', path: experiment.problem.kind === 'network' ? 'data' : 'f' }
    live.show(experiment, view, at)
    return undefined
  }
  function patched(changes: Readonly<Record<string, string | null>>): string {
    const pairs = readQuery(live.state()).filter(({ key }) => !Object.hasOwn(changes, key))
    const more = Object.entries(changes).flatMap(([key, value]) => (value === null ? [] : [{ key, value }]))
    return writeQuery([...pairs, ...more].map(({ key, value }) => [key, value]))
  }

  /** Does what is asked; gives the answer, or why there is none. */
  async function act(request: Request): Promise<{ value?: unknown; error?: Failure | undefined }> {
    switch (request.type) {
      case 'getState':
        return { value: live.state() }
      case 'setState':
        return { error: await setState(request.state) }
      case 'patch':
        return { error: await setState(patched(request.changes)) }
      case 'run':
        live.play()
        return {}
      case 'pause':
        live.pause()
        return {}
      case 'step':
        lab.seek(lab.getState().step + request.n)
        return { value: lab.getState().step }
      case 'reset':
        live.reset()
        return {}
      case 'setTheme':
        setTheme(request.theme)
        return {}
      case 'setActive':
        live.activate(request.active)
        return {}
      case 'snapshot':
        return { value: await snapshot(element, request.as, words()) }
      case 'getTable':
        return { value: tableOf(lab.getState()) }
    }
  }
  async function answer(message: unknown) {
    const read = readRequest(message)
    const reply = (one: Reply) => port?.postMessage(one)
    if (!read.ok) {
      reply({ re: read.id, ok: false, error: read.error })
      return
    }
    const { id: re } = read.request
    if (asked > 0) {
      reply({ re, ok: false, error: { code: 'busy', path: '' } })
      return
    }
    asked++
    try {
      const { value, error } = await act(read.request)
      reply(error ? { re, ok: false, error } : { re, ok: true, value })
    } finally {
      asked--
    }
  }

  /** What the page is told unasked. */
  function report(): () => void {
    let told = live.state()
    let settle: ReturnType<typeof setTimeout> | undefined
    let progressed = -Infinity
    let wasByHost = true
    let done: unknown
    const tellState = () => {
      const state = live.state()
      if (state !== told) tell({ type: 'state', state: (told = state), userInitiated: !wasByHost })
      wasByHost = true
    }
    const tellGoal = (now: LabState) => {
      const { goal } = settings
      if (!goal || host === undefined || done === now.experiment || now.drafting) return
      const found = reached(now, goal)
      if (!found) return
      done = now.experiment
      tell({ type: 'goal', goal: writeGoal(goal), reached: true, ...found, state: live.state() })
    }
    // It may have been reached before anybody listened.
    tellGoal(lab.getState())
    return lab.subscribe((now: LabState, before: LabState) => {
      if (stated.some((name) => now[name] !== before[name])) {
        if (asked === 0 && live.isStanding()) wasByHost = false
        clearTimeout(settle)
        settle = setTimeout(tellState, SETTLE)
      }
      const { step, experiment, playing } = now
      if (step !== before.step && performance.now() - progressed >= PROGRESS) {
        progressed = performance.now()
        tell({ type: 'progress', step, steps: experiment.steps })
      }
      if (before.playing && !playing && step >= experiment.steps) tell({ type: 'finish', step })
      if (now.message !== before.message && now.message?.tone === 'error')
        tell({ type: 'error', message: now.message.text })
      tellGoal(now)
    })
  }
  let stopReporting = () => {}

  function connect(next: MessagePort) {
    port = next
    port.onmessage = ({ data }: MessageEvent<unknown>) => void answer(data)
    tell({ type: 'ready', v: VERSION, app: 'descent', state: live.state(), minHeight: MIN_HEIGHT })
    stopReporting = report()
    live.onWanted((wanted) => tell({ type: 'turn', wanted }))
    if (parameters.issues.length > 0) tell({ type: 'warning', issues: parameters.issues })
  }

  /** Tells the height whenever it has changed by a pixel, once a frame at most. */
  let height = 0
  let frame = 0
  const measure = () => {
    const next = Math.ceil(element.getBoundingClientRect().height)
    if (Math.abs(next - height) < 1) return
    height = next
    if (port) tell({ type: 'size', height })
    else if (parent !== window) parent.postMessage({ subject: 'lti.frameResize', height }, host ?? '*')
  }
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(measure)
  })
  if (settings.size === 'auto') observer.observe(element)

  function hear(event: MessageEvent<unknown>) {
    if (event.source !== parent || parent === window) return
    if (host !== undefined && event.origin !== host) return
    // A deck of slides knows no port.
    if (event.data === 'slide:start' || event.data === 'slide:stop') {
      live.activate(event.data === 'slide:start')
      return
    }
    const call = readCall(event.data, k)
    const [offered] = event.ports
    if (call?.type === 'ping') greet()
    else if (call?.type === 'unsupported')
      offered?.postMessage({ re: null, ok: false, error: { code: 'unsupported-version', path: 'v' } })
    else if (call && offered && !port) {
      connect(offered)
      if (call.theme) setTheme(call.theme)
      live.activate(call.active)
      if (call.autosize) {
        onGrow()
        height = 0
        observer.observe(element)
      }
    }
  }
  addEventListener('message', hear)
  greet()
  return () => {
    removeEventListener('message', hear)
    observer.disconnect()
    cancelAnimationFrame(frame)
    stopReporting()
    port?.close()
  }
}
