/**
 * How the page is drawn while a picture of it is taken: in more pixels than the screen has, and what is off screen too.
 */
let pixels: number | undefined
const listeners = new Set<() => void>()

/** Pixels of a canvas for a px of the page. */
export const pixelRatio = (): number => pixels ?? devicePixelRatio
export const isExposed = (): boolean => pixels !== undefined

/** Draws everything in so many pixels a px, until it is called with none. */
export function expose(ratio: number | undefined): void {
  pixels = ratio
  for (const listener of listeners) listener()
}

export function onExposure(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
