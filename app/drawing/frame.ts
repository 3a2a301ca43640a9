/**
 * One animation frame for all that moves: each layer asks for a redraw as often as it likes, and is drawn once in
 * the next frame that has time for it, in the order of first asking. Texts follow at the pace of reading.
 */
const due = new Set<() => void>()
const unread = new Set<() => void>()
/** Least ms from one writing of texts to the next: nobody reads faster, and each lays the page out anew. */
const READING = 100
/** Ms that a frame draws: on a slow machine the rest is left to the next, so that no press waits for all of it. */
const BUDGET = 8
let requested = false
/** Whether the next frame is to be there as soon as it can. */
let hurried = false
/** When something was drawn last, and when texts were written. */
export let lastDrawn = 0
let lastWritten = 0

/** Calls what is due, in order, until it is late: one more at least. */
function empty(set: Set<() => void>, late = Infinity) {
  const now = [...set]
  for (const draw of now) {
    set.delete(draw)
    draw()
    if (performance.now() > late) return
  }
}

function ask() {
  if (requested) return
  requested = true
  requestAnimationFrame(frame)
}

function frame() {
  requested = false
  empty(due, performance.now() + (hurried ? 0 : BUDGET))
  hurried = false
  lastDrawn = performance.now()
  if (due.size > 0) ask()
  if (unread.size === 0) return
  if (lastDrawn - lastWritten < READING) return ask()
  lastWritten = lastDrawn
  empty(unread)
}

/** Draws what is due now, where no frame will come: before the page is printed. */
export function drawNow(): void {
  empty(due)
  empty(unread)
  lastDrawn = performance.now()
}

/** The next frame shows what was pressed; what is drawn follows in the one after. */
export function hurry(): void {
  hurried = true
}

export function request(draw: () => void): void {
  due.add(draw)
  ask()
}

/** Asks for a text to be written soon, but no more often than it can be read. */
export function requestText(write: () => void): void {
  unread.add(write)
  ask()
}

export function cancel(draw: () => void): void {
  due.delete(draw)
  unread.delete(draw)
}
