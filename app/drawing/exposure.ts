/**
 * How the page is drawn while a picture of it is taken: in more pixels than the screen has, and what is off screen too.
 */
let pixels: number | undefined
let tracer: Tracer | undefined
const listeners = new Set<() => void>()

/** Draws what is on a canvas once more, as lines and words. */
export type Tracer = (canvas: HTMLCanvasElement, draw: (context: CanvasRenderingContext2D) => void) => void

/** Pixels of a canvas for a px of the page. */
export const pixelRatio = (): number => pixels ?? devicePixelRatio
export const isExposed = (): boolean => pixels !== undefined
/** Whether lines are to be drawn as such, not from pictures of them. */
export const isTraced = (): boolean => tracer !== undefined
export const trace: Tracer = (canvas, draw) => tracer?.(canvas, draw)

/** Draws everything in so many pixels a px, and for a tracer, if there is one, until it is called with none. */
export function expose(ratio: number | undefined, through?: Tracer): void {
  pixels = ratio
  tracer = through
  for (const listener of listeners) listener()
}

export function onExposure(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
