/**
 * One animation frame for all that moves: each layer asks for a redraw as often as it likes, and is drawn once in
 * the next frame, in the order of first asking.
 */
const due = new Set<() => void>()
let requested = false
/** When something was drawn last. */
export let lastDrawn = 0

/** Draws what is due now, where no frame will come: before the page is printed. */
export function drawNow(): void {
  requested = false
  lastDrawn = performance.now()
  const now = [...due]
  due.clear()
  for (const draw of now) draw()
}

export function request(draw: () => void): void {
  due.add(draw)
  if (requested) return
  requested = true
  requestAnimationFrame(drawNow)
}

export const cancel = (draw: () => void): void => void due.delete(draw)
