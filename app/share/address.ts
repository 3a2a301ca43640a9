import type { Lab } from '../lab/lab.ts'

/** Browsers allow some hundred address changes in half a minute; a scrub makes more. */
const PAUSE_MS = 400

/**
 * Keeps the address bar at what is on the screen, without adding to the history. The function returned does so at
 * once, and gives the whole address, or nothing where the rows of a table are too many for one: the address then stays
 * what it was, and the page says so.
 */
export function keepAddress(lab: Lab): () => Promise<string | undefined> {
  const writer = import('./link.ts')
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = async () => {
    clearTimeout(timer)
    timer = undefined
    const { sayTooMuch, writePacked } = await writer
    const text = await writePacked(lab.getState())
    if (text === undefined) {
      sayTooMuch(lab)
      return undefined
    }
    const address = `${location.pathname}${location.search}#${text}`
    history.replaceState(history.state, '', address)
    return new URL(address, location.href).href
  }
  lab.subscribe((state, old) => {
    if (state.drafting || (state.playing && old.playing && state.experiment === old.experiment)) return
    timer ??= setTimeout(() => void write(), PAUSE_MS)
  })
  return write
}
