import type { Lab } from '../lab/lab.ts'
import { pageOf } from '../views.ts'
import { sayTooMuch, writePacked, writeUnpacked } from './link.ts'

/**
 * Browsers allow some hundred address changes in half a minute; a scrub makes more. So many may come at once, and from
 * then on one in so many ms.
 */
const BURST = 20
const PAUSE_MS = 400
/** By then the frame that shows an edit has been drawn: it does not wait for its address. */
const FRAME_MS = 20

/**
 * Keeps the address bar at what is on the screen, without adding to the history: edits as soon as their frame has been
 * drawn, since a reload asks for the address as it stands. The function returned does so too, and gives the whole
 * address, or nothing where the rows of a table are too many for one: the address then stays what it was, and the page
 * says so.
 */
export function keepAddress(lab: Lab): () => Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let allowed = BURST
  let counted = 0

  function put(text: string): string {
    clearTimeout(timer)
    timer = undefined
    allowed--
    // Another page has been asked for, and this one goes.
    if (pageOf(location.hash)) return location.href
    const address = `${location.pathname}${location.search}#${text}`
    history.replaceState(history.state, '', address)
    return new URL(address, location.href).href
  }
  /** Whether it could be done at once. */
  function putNow(): boolean {
    const text = writeUnpacked(lab.getState())
    if (text !== undefined) put(text)
    return text !== undefined
  }
  async function write() {
    const text = await writePacked(lab.getState())
    if (text !== undefined) return put(text)
    sayTooMuch(lab)
    return undefined
  }
  // Something may have been set before this has been loaded.
  const { undoable, playing, step: at } = lab.getState()
  if (undoable || (at > 0 && !playing)) timer = setTimeout(() => void write(), FRAME_MS)
  lab.subscribe((state, old) => {
    if (state.drafting || (state.playing && old.playing && state.experiment === old.experiment)) return
    const now = performance.now()
    allowed = Math.min(BURST, allowed + (now - counted) / PAUSE_MS)
    counted = now
    const isEdit = state.experiment !== old.experiment || old.drafting
    if (isEdit && allowed >= 1) {
      clearTimeout(timer)
      timer = setTimeout(() => putNow() || void write(), FRAME_MS)
    } else timer ??= setTimeout(() => void write(), PAUSE_MS)
  })
  // A page that is left waits for nothing; Back then comes to what was seen last.
  addEventListener('pagehide', () => timer === undefined || putNow())
  // What was to be written belongs to the address that there was.
  addEventListener('hashchange', () => {
    clearTimeout(timer)
    timer = undefined
  })
  return write
}
