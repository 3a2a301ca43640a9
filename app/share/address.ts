import type { Lab } from '../lab/lab.ts'

/** Browsers allow some hundred address changes in half a minute; a scrub makes more. */
const PAUSE_MS = 400

/**
 * Keeps the address bar at what is on the screen, without adding to the history. The function returned does so at
 * once, and gives the whole address.
 */
export function keepAddress(lab: Lab): () => Promise<string> {
  const writer = import('./link.ts')
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = async () => {
    clearTimeout(timer)
    timer = undefined
    const { writeLink } = await writer
    const address = `${location.pathname}${location.search}#${writeLink(lab.getState())}`
    history.replaceState(history.state, '', address)
    return new URL(address, location.href).href
  }
  lab.subscribe((state, old) => {
    if (state.drafting || (state.playing && old.playing && state.experiment === old.experiment)) return
    timer ??= setTimeout(() => void write(), PAUSE_MS)
  })
  return write
}
