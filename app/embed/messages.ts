/**
 * What an embedded figure and the page around it say to each other: the one place that both sides know. Whatever comes
 * from the other side passes `readRequest` or `readCall` first; no markup, code or address is ever taken from a message.
 */

/** The greeting, on the window; all else goes over the port that `connect` brings. */
export const NAMESPACE = 'optlab'
export const VERSION = 1
/** Characters and numbers of a message, each number counted as eight. */
export const MESSAGE_LIMIT = 65_536

/** What a figure can be asked for. */
export const capabilities = [
  'getState',
  'setState',
  'patch',
  'run',
  'pause',
  'step',
  'reset',
  'setTheme',
  'setActive',
  'snapshot',
  'getTable',
] as const
export type Capability = (typeof capabilities)[number]

export const themes = ['auto', 'light', 'dark', 'contrast'] as const
export type ThemeName = (typeof themes)[number]

export const pictureTypes = ['png', 'svg'] as const
export type PictureType = (typeof pictureTypes)[number]

/** Figure → page, on the window: at its start, and again when it is pinged. */
export interface Hello {
  ns: typeof NAMESPACE
  v: typeof VERSION
  type: 'hello'
  k: string | undefined
  versions: readonly number[]
  caps: readonly Capability[]
}

/** Page → figure, on the window; `connect` brings a port. */
export type Call =
  | { type: 'ping' }
  | { type: 'connect'; autosize: boolean; theme: ThemeName | undefined; active: boolean }
  | { type: 'unsupported' }

/** Page → figure, over the port; `id` comes back with the answer. */
export type Request = { id: number } & (
  | { type: 'getState' | 'run' | 'pause' | 'reset' | 'getTable' }
  /** The text of a link. */
  | { type: 'setState'; state: string }
  /** Keys of a link, and what they are to be; null takes one out. */
  | { type: 'patch'; changes: Readonly<Record<string, string | null>> }
  | { type: 'step'; n: number }
  | { type: 'setTheme'; theme: ThemeName }
  | { type: 'setActive'; active: boolean }
  | { type: 'snapshot'; as: PictureType }
)

export type ErrorCode = 'bad-state' | 'unknown-type' | 'too-large' | 'busy' | 'unsupported-version'
export interface Failure {
  code: ErrorCode
  /** The field, or the key of the link, that is wrong. */
  path: string
}
export type Reply =
  { re: number; ok: true; value: unknown } | { re: number | null; ok: false; error: Failure }

/** Values at every step: a column for the steps and one for the loss of each run; null is not a finite number. */
export interface Table {
  columns: readonly string[]
  rows: readonly (readonly (number | null)[])[]
}

/** What a figure would do, if it may; whether it plays, somebody has pressed. */
export type Wanted = 'nothing' | 'compute' | 'play'

/** Figure → page, over the port, unasked. */
export type Event =
  | { type: 'ready'; v: typeof VERSION; app: string; state: string; minHeight: number }
  | { type: 'size'; height: number }
  | { type: 'state'; state: string; userInitiated: boolean }
  /** The page around may let only so many compute and play at a time, by `setActive`. */
  | { type: 'turn'; wanted: Wanted }
  | { type: 'progress'; step: number; steps: number }
  | { type: 'finish'; step: number }
  | { type: 'goal'; goal: string; reached: true; run: string; step: number; state: string }
  | { type: 'warning'; issues: readonly { path: string; found: string; expected: string }[] }
  | { type: 'error'; message: string }

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (value === null || typeof value !== 'object') return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/**
 * What is wrong with a message as such: too much of it, or something in it that is not text, a finite number, a truth
 * value, nothing, a list or a plain object of these. Total, and bounded whatever comes.
 */
export function faultOf(message: unknown): Failure | undefined {
  let room = MESSAGE_LIMIT
  const look = (value: unknown, path: string): Failure | undefined => {
    if (typeof value === 'string') room -= value.length
    else room -= 8
    if (room < 0) return { code: 'too-large', path }
    if (value === null || value === undefined) return undefined
    if (typeof value === 'string' || typeof value === 'boolean') return undefined
    if (typeof value === 'number') return Number.isFinite(value) ? undefined : { code: 'bad-state', path }
    if (!Array.isArray(value) && !isPlain(value)) return { code: 'bad-state', path }
    for (const name of Object.keys(value)) {
      room -= name.length
      const own = path === '' ? name.slice(0, 60) : `${path}.${name.slice(0, 60)}`
      const fault = look((value as Record<string, unknown>)[name], own.slice(0, 200))
      if (fault) return fault
    }
    return undefined
  }
  return look(message, '')
}

const isOneOf = <T extends string>(list: readonly T[], value: unknown): value is T =>
  (list as readonly unknown[]).includes(value)

/** A message on the window, if it is one of ours and has the nonce of this figure; everything else is not for us. */
export function readCall(message: unknown, nonce: string | undefined): Call | undefined {
  if (!isPlain(message) || faultOf(message)) return undefined
  const { ns, v, type, k, autosize, theme, active } = message
  if (ns !== NAMESPACE || k !== nonce || !isOneOf(['ping', 'connect'], type)) return undefined
  if (type === 'ping') return { type }
  if (v !== VERSION) return { type: 'unsupported' }
  return {
    type,
    autosize: autosize === true,
    theme: isOneOf(themes, theme) ? theme : undefined,
    active: active !== false,
  }
}

export type ReadRequest = { ok: true; request: Request } | { ok: false; id: number | null; error: Failure }

/** A message on the port, with no more than the fields that it needs. */
export function readRequest(message: unknown): ReadRequest {
  const id = isPlain(message) && Number.isSafeInteger(message.id) ? (message.id as number) : null
  const fail = (code: ErrorCode, path: string): ReadRequest => ({ ok: false, id, error: { code, path } })
  const fault = faultOf(message)
  if (fault) return { ok: false, id, error: fault }
  if (!isPlain(message)) return fail('bad-state', '')
  if (id === null) return fail('bad-state', 'id')
  const { type } = message
  switch (type) {
    case 'getState':
    case 'run':
    case 'pause':
    case 'reset':
    case 'getTable':
      return { ok: true, request: { id, type } }
    case 'setState':
      if (typeof message.state !== 'string') return fail('bad-state', 'state')
      return { ok: true, request: { id, type, state: message.state } }
    case 'patch': {
      const { changes } = message
      if (!isPlain(changes)) return fail('bad-state', 'changes')
      const wrong = Object.keys(changes).find(
        (key) => changes[key] !== null && typeof changes[key] !== 'string',
      )
      if (wrong !== undefined) return fail('bad-state', `changes.${wrong.slice(0, 60)}`)
      return { ok: true, request: { id, type, changes: changes as Readonly<Record<string, string | null>> } }
    }
    case 'step': {
      const { n = 1 } = message
      if (!Number.isSafeInteger(n)) return fail('bad-state', 'n')
      return { ok: true, request: { id, type, n: n as number } }
    }
    case 'setTheme':
      if (!isOneOf(themes, message.theme)) return fail('bad-state', 'theme')
      return { ok: true, request: { id, type, theme: message.theme } }
    case 'setActive':
      if (typeof message.active !== 'boolean') return fail('bad-state', 'active')
      return { ok: true, request: { id, type, active: message.active } }
    case 'snapshot': {
      const { as = 'png' } = message
      return isOneOf(pictureTypes, as) ? { ok: true, request: { id, type, as } } : fail('bad-state', 'as')
    }
    default:
      return fail('unknown-type', 'type')
  }
}
