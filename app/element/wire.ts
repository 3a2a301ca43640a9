import { type Event, type Hello, NAMESPACE, type Reply, type Request, VERSION } from '../embed/messages.ts'

/** What a figure can be asked for, with what that takes. */
export type Asked = { [R in Request as R['type']]: Omit<R, 'id' | 'type'> }

interface Options {
  frame: HTMLIFrameElement
  /** In the frame's address, so that nobody else can greet in its name. */
  nonce: string
  /** How the figure is to begin. */
  greeting: () => object
  onEvent: (event: Event) => void
}

export type Wire = ReturnType<typeof listenToFrame>

/** What is rejected with: the code and the path of protocol errors, or `closed`. */
const refusal = (code: string, path = '') =>
  Object.assign(new Error(path === '' ? code : `${code}: ${path}`), { code, path })

/** The page's end of the wire to one frame: answers each greeting of that frame with a port of its own. */
export function listenToFrame({ frame, nonce, greeting, onEvent }: Options) {
  let port: MessagePort | undefined
  let id = 0
  const open = new Map<number, (reply: Reply | undefined) => void>()
  /** Figures take one request at a time. */
  let turn: Promise<unknown> = Promise.resolve()

  function hangUp() {
    port?.close()
    port = undefined
    for (const settle of open.values()) settle(undefined)
  }
  function hear({ source, data, origin }: MessageEvent<Partial<Hello> | null>) {
    const to = frame.contentWindow
    // The source first: frames without an origin of their own all have the same.
    if (!to || source !== to || data?.ns !== NAMESPACE || data.type !== 'hello' || data.k !== nonce) return
    if (!data.versions?.includes(VERSION)) {
      onEvent({ type: 'error', message: `This figure does not speak version ${VERSION}.` })
      return
    }
    // A second greeting comes from a page that was loaded anew.
    hangUp()
    const { port1, port2 } = new MessageChannel()
    port = port1
    port1.onmessage = ({ data: message }: MessageEvent<Reply | Event>) => {
      if (!('re' in message)) onEvent(message)
      else if (message.re !== null) open.get(message.re)?.(message)
    }
    const connect = { ns: NAMESPACE, v: VERSION, type: 'connect', k: nonce, ...greeting() }
    to.postMessage(connect, origin === 'null' ? '*' : origin, [port2])
  }
  addEventListener('message', hear)

  async function ask(type: Request['type'], fields: object): Promise<unknown> {
    const own = ++id
    const reply = await new Promise<Reply | undefined>((resolve) => {
      open.set(own, resolve)
      if (port) port.postMessage({ ...fields, id: own, type })
      else resolve(undefined)
    })
    open.delete(own)
    if (!reply) throw refusal('closed')
    if (!reply.ok) throw refusal(reply.error.code, reply.error.path)
    return reply.value
  }
  return {
    call<T extends keyof Asked>(type: T, fields: Asked[T]): Promise<unknown> {
      const answer = turn.then(() => ask(type, fields))
      turn = answer.catch(() => {})
      return answer
    },
    close() {
      removeEventListener('message', hear)
      hangUp()
    },
  }
}
