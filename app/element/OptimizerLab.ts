import {
  type Event,
  type PictureType,
  type Table,
  type ThemeName,
  VERSION,
  type Wanted,
} from '../embed/messages.ts'
import { frameAddress, framing } from './frameAddress.ts'
import { createTurns } from './turns.ts'
import { type Asked, listenToFrame, type Wire } from './wire.ts'

/** Px between which a figure is as high as it likes, and its height until it has said so. */
const HEIGHTS = [80, 4000] as const
const HEIGHT = 420
/** How far below the screen a figure is already loaded. */
const AHEAD = '400px'
/** Nothing of the page around can be reached, nothing stored. */
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads'

const STYLE = `
  :host { display: grid; position: relative }
  :host([hidden]) { display: none }
  slot, iframe { grid-area: 1 / 1; min-width: 0 }
  slot { display: block; z-index: 1 }
  slot[hidden] { display: none }
  iframe { border: 0; width: 100% }
  slot:not([hidden]) ~ iframe { opacity: 0 }`

/** Where this script came from; the embed's page is beside it. A module does not know unless the page names it. */
const script =
  (document.currentScript as HTMLScriptElement | null) ??
  document.querySelector<HTMLScriptElement>('script[src*="v1/element.js"]')
const beside = script?.src

const nonce = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join('-')

const turns = createTurns(() => OptimizerLab.maxRunning)

/**
 * `<optimizer-lab state="v=1&f=ravine&opt=sgd,adam" ui="minimal">what is shown until it is loaded</optimizer-lab>`: a
 * live figure in a frame of its own. It is loaded when it comes near the screen, is as high as its figure, and keeps its
 * state when it is moved. Methods give promises; what happens in it is told by events `optlab-…`.
 */
export class OptimizerLab extends HTMLElement {
  /** How many figures of a page may compute or play at a time. */
  static maxRunning = 2
  static observedAttributes = ['state', 'theme', 'label', 'height', 'host-active', 'eager', ...framing]

  /** Of the protocol. */
  readonly version = VERSION
  /** Kept once the figure is there for the first time. */
  readonly ready: Promise<void>
  #isReady = () => {}
  /** The same of the frame that there is now. */
  #there: Promise<void> | undefined
  #isThere = () => {}

  #slot = document.createElement('slot')
  #frame: HTMLIFrameElement | undefined
  #wire: Wire | undefined
  #observer: IntersectionObserver | undefined
  #state: string | undefined
  #isResting = false
  #isConnected = false
  #wanted: Wanted = 'nothing'
  /** Px that the figure asked for. */
  #asked: number | undefined
  /** In the list of those who take turns. */
  #runner = {
    rest: (isResting: boolean) => {
      this.#isResting = isResting
      this.#heed()
    },
  }

  constructor() {
    super()
    this.ready = new Promise((resolve) => (this.#isReady = resolve))
    const root = this.attachShadow({ mode: 'open' })
    const style = new CSSStyleSheet()
    style.replaceSync(STYLE)
    root.adoptedStyleSheets = [style]
    root.append(this.#slot)
    this.#slot.addEventListener('click', (event) => {
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || !this.#page) return
      event.preventDefault()
      this.#load()
    })
  }

  /** The state as the text of a link, as far as it is known. */
  get state(): string | null {
    return this.#state ?? this.getAttribute('state')
  }
  /** Whether it computes or plays. */
  get running(): boolean {
    return turns.isRunning(this.#runner)
  }
  get frame(): HTMLIFrameElement | null {
    return this.#frame ?? null
  }

  getState = () => this.#call('getState', {}) as Promise<string>
  setState = (state: string) => this.#call('setState', { state }) as Promise<void>
  /** Keys of a link and what they are to be; null takes one out. */
  patch = (changes: Asked['patch']['changes']) => this.#call('patch', { changes }) as Promise<void>
  run = () => this.#call('run', {}) as Promise<void>
  pause = () => this.#call('pause', {}) as Promise<void>
  /** Goes n steps on, or back; gives the step that it then stands at. */
  step = async (n = 1) => {
    const step = (await this.#call('step', { n })) as number
    this.#standAt(step)
    return step
  }
  reset = () => this.#call('reset', {}) as Promise<void>
  snapshot = ({ type = 'png' }: { type?: PictureType } = {}) =>
    this.#call('snapshot', { as: type }) as Promise<Blob>
  getTable = () => this.#call('getTable', {}) as Promise<Table>

  connectedCallback() {
    this.#fit()
    // What was loaded and is moved goes on where it was.
    if (this.#frame || this.hasAttribute('eager')) {
      this.#load()
      return
    }
    this.#observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && this.#load(),
      { rootMargin: AHEAD },
    )
    this.#observer.observe(this)
  }
  disconnectedCallback() {
    this.#observer?.disconnect()
    this.#hangUp()
  }
  /** Moved by `moveBefore`, a frame goes on as if nothing had been. */
  connectedMoveCallback() {}

  attributeChangedCallback(name: string, old: string | null, value: string | null) {
    if (old === value || !this.isConnected) return
    if (name === 'height') this.#fit()
    else if (name === 'eager') this.#load()
    else if (!this.#frame) return
    else if (name === 'label') this.#frame.title = value ?? ''
    else if (name === 'theme') this.#tell('setTheme', { theme: (value ?? 'auto') as ThemeName })
    else if (name === 'host-active') {
      this.#want()
      this.#heed()
    } else if (name === 'state') this.#tell('setState', { state: value ?? '' })
    else {
      // Another scene or page is another figure; the rest is another look at the same.
      if (name === 'src' || name === 'scene') this.#state = undefined
      this.#hangUp()
      this.#load()
    }
  }

  get #page(): string | undefined {
    const src = this.getAttribute('src')
    if (src !== null) return new URL(src, document.baseURI).href
    return beside === undefined ? undefined : new URL('embed/index.html', beside).href
  }
  get #isHeld(): boolean {
    return this.getAttribute('host-active') === 'false'
  }
  get #isActive(): boolean {
    return !this.#isResting && !this.#isHeld
  }

  #load() {
    if (this.#wire || !this.isConnected) return
    this.#observer?.disconnect()
    const page = this.#page
    if (page === undefined) {
      this.#dispatch({
        type: 'error',
        message: 'The attribute src is missing: where is v1/embed/index.html?',
      })
      return
    }
    this.#frame?.remove()
    const frame = document.createElement('iframe')
    const k = nonce()
    frame.title = this.getAttribute('label') ?? 'Live figure'
    frame.allow = 'fullscreen; clipboard-write'
    frame.setAttribute('sandbox', this.getAttribute('sandbox') ?? SANDBOX)
    frame.src = frameAddress({
      page,
      state: this.getAttribute('state'),
      attribute: (name) => this.getAttribute(name),
      nonce: k,
    })
    this.#frame = frame
    this.#there = new Promise((resolve) => (this.#isThere = resolve))
    this.#fit()
    this.#wire = listenToFrame({
      frame,
      nonce: k,
      greeting: () => {
        turns.leave(this.#runner)
        turns.join(this.#runner)
        this.#isResting = true
        return {
          autosize: this.getAttribute('sizing') !== 'fill',
          theme: this.getAttribute('theme') ?? 'auto',
          active: this.#isActive,
        }
      },
      onEvent: (event) => this.#hear(event),
    })
    this.shadowRoot?.append(frame)
  }

  #hear(event: Event) {
    if (event.type === 'ready') {
      this.#isConnected = true
      this.#slot.hidden = true
      // A frame that was loaded anew takes up where the one before it was left.
      if (this.#state === undefined) this.#state = event.state
      else this.#tell('setState', { state: this.#state })
      this.#isReady()
      this.#isThere()
    } else if (event.type === 'state') this.#state = event.state
    else if (event.type === 'progress') this.#standAt(event.step)
    else if (event.type === 'size') {
      if (Number.isFinite(event.height)) this.#asked = event.height
      this.#fit()
    } else if (event.type === 'turn') {
      this.#wanted = event.wanted
      this.#want()
      return
    }
    this.#dispatch(event)
  }
  /** While it plays, its state is the one it began with, at another step. */
  #standAt(step: number) {
    this.#state = this.#state?.replace(/&at=\d+|$/, `&at=${step}`)
  }
  #dispatch({ type, ...detail }: Event) {
    this.dispatchEvent(new CustomEvent(`optlab-${type}`, { detail, bubbles: true, composed: true }))
  }

  /** As high as the figure asked for, or else as the page around says. */
  #fit() {
    const set = Number(this.getAttribute('height') ?? NaN)
    const isFixed = this.getAttribute('sizing') === 'fill'
    const height = (isFixed ? undefined : this.#asked) ?? (set > 0 ? set : HEIGHT)
    const px = `${Math.min(HEIGHTS[1], Math.max(HEIGHTS[0], height))}px`
    this.#slot.style.minHeight = px
    if (this.#frame) this.#frame.style.height = px
  }

  async #call<T extends keyof Asked>(type: T, fields: Asked[T]): Promise<unknown> {
    this.#load()
    await this.#there
    if (!this.#wire) throw new Error('closed')
    return this.#wire.call(type, fields)
  }
  /** What nobody waits for; a figure that is not there yet learns it when it is. */
  #tell<T extends keyof Asked>(type: T, fields: Asked[T]): void {
    if (!this.#isConnected) return
    this.#wire?.call(type, fields).catch(({ message }: Error) => this.#dispatch({ type: 'error', message }))
  }
  /** What its page holds back takes no turn from others. */
  #want(): void {
    turns.want(this.#runner, this.#isHeld ? 'nothing' : this.#wanted)
  }
  #heed(): void {
    this.#tell('setActive', { active: this.#isActive })
  }
  #hangUp() {
    this.#wire?.close()
    this.#wire = undefined
    this.#isConnected = false
    turns.leave(this.#runner)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'optimizer-lab': OptimizerLab
  }
}
