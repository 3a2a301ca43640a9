/**
 * One animation frame for all that moves: each layer asks for a redraw as often as it likes, and is drawn once in
 * the next frame, in the order of first asking.
 */
const due = new Set<() => void>()
let requested = false

function run() {
  requested = false
  const now = [...due]
  due.clear()
  for (const draw of now) draw()
}

export function request(draw: () => void): void {
  due.add(draw)
  if (requested) return
  requested = true
  requestAnimationFrame(run)
}

export const cancel = (draw: () => void): void => void due.delete(draw)
