import { drawGround, type Ground, type MainLine } from './ground.ts'
import type { MapView } from './mapView.ts'

/** A ground as drawn once: one drawImage shows it. */
export interface Picture {
  canvas: HTMLCanvasElement
  lines: readonly MainLine[]
  fine: boolean
}

/** Grid in px: while something changes, and when it has come to rest. */
const COARSE = 7
const FINE = 3
/** How long a slice of the fine picture may take, and how long nothing must have changed before it is begun. */
const SLICE_MS = 6
const REST_MS = 90
const KEPT = 5

function blank(
  { width, height }: MapView,
  ratio: number,
  canvas = document.createElement('canvas'),
): [HTMLCanvasElement, CanvasRenderingContext2D] {
  const wide = Math.round(width * ratio)
  const high = Math.round(height * ratio)
  if (canvas.width !== wide) canvas.width = wide
  if (canvas.height !== high) canvas.height = high
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error('no 2D canvas')
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  return [canvas, context]
}

/**
 * The grounds last seen. One that is not there is drawn at once on a coarse grid, and on a fine one in slices as
 * soon as nothing has changed for a moment, so that turning a surface feels live and no task is long.
 */
export function createGroundCache(onFine: () => void) {
  const kept = new Map<string, Picture>()
  let wanted: string | undefined
  let coarse: Picture | undefined
  /** All coarse pictures share it: each is on screen for a moment only. */
  const scratch = document.createElement('canvas')
  let timer: ReturnType<typeof setTimeout> | undefined

  function refine(key: string, ground: Ground, view: MapView, ratio: number) {
    const [canvas, context] = blank(view, ratio)
    const work = drawGround(context, ground, view, FINE)
    const slice = () => {
      if (wanted !== key) return
      const end = performance.now() + SLICE_MS
      while (performance.now() < end) {
        const { done, value } = work.next()
        if (!done) continue
        kept.set(key, { canvas, lines: value, fine: true })
        for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old)
        coarse = undefined
        onFine()
        return
      }
      timer = setTimeout(slice)
    }
    slice()
  }

  return {
    picture(key: string, ground: Ground, view: MapView, ratio: number): Picture {
      const found = kept.get(key)
      if (found) {
        kept.delete(key)
        kept.set(key, found)
        wanted = key
        return found
      }
      if (wanted === key && coarse) return coarse
      wanted = key
      const [canvas, context] = blank(view, ratio, scratch)
      const work = drawGround(context, ground, view, COARSE)
      let result = work.next()
      while (!result.done) result = work.next()
      coarse = { canvas, lines: result.value, fine: false }
      clearTimeout(timer)
      timer = setTimeout(() => refine(key, ground, view, ratio), REST_MS)
      return coarse
    },
    dispose() {
      clearTimeout(timer)
      wanted = undefined
    },
  }
}
