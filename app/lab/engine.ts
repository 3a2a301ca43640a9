import { type Client, type Computation, createClient } from '../../engine/worker/client.ts'
import { connect } from './connect.ts'
import type { createLab } from './lab.ts'

/** Deaths in a row without a row computed in between, after which starting anew is left to the reader. */
const PATIENCE = 3

/**
 * Connects a lab with an engine, and with a new one whenever the engine's worker dies. The function returned starts
 * a new one by hand.
 */
export function startEngine(lab: ReturnType<typeof createLab>): () => void {
  let deaths = 0
  let client: Client | undefined

  async function start() {
    const { port, where } = await connect(die)
    lab.setState({ engine: where })
    if (client) client.reconnect(port)
    else lab.attach((client = createClient(port, show, fail)))
  }
  const show = (computation: Computation) => {
    deaths = 0
    lab.setState(({ revision }) => ({ computation, revision: revision + 1 }))
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
  return () => {
    deaths = 0
    lab.say(undefined)
    void start()
  }
}
