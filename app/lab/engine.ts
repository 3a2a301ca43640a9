import { createClient } from '../../engine/worker/client.ts'
import { connect } from './connect.ts'
import type { createLab } from './lab.ts'

/** Deaths in a row without a row computed in between, after which starting anew is left to the reader. */
const PATIENCE = 3

/** Connects a lab with an engine, and with a new one whenever the engine's worker dies. */
export async function startEngine(lab: ReturnType<typeof createLab>): Promise<() => void> {
  let deaths = 0

  async function revive(why: string) {
    deaths++
    if (deaths > PATIENCE) {
      const step = lab.getState().computation?.step ?? 0
      lab.say({ tone: 'error', text: `The engine stopped at step ${step}: ${why}.` })
      return
    }
    const { port, where } = await connect(die)
    lab.setState({ engine: where })
    lab.say({ tone: 'notice', text: 'The engine’s worker ended and was started again; nothing is lost.' })
    client.reconnect(port)
  }
  const die = (why: string) => void revive(why)

  const { port, where } = await connect(die)
  lab.setState({ engine: where })
  const client = createClient(
    port,
    (computation) => {
      deaths = 0
      lab.setState(({ revision }) => ({ computation, revision: revision + 1 }))
    },
    (message) => lab.say({ tone: 'error', text: `The engine stopped: ${message}.` }),
  )
  lab.attach(client)
  return () => {
    deaths = 0
    void revive('it was restarted by hand')
  }
}
