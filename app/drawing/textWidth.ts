const widths = new Map<string, number>()
/** More than the numbers of a race and its names. */
const MOST = 5000
let ruler: CanvasRenderingContext2D | null | undefined

function makeRuler() {
  // What was measured before a face came was measured in another face.
  document.fonts.addEventListener('loadingdone', () => widths.clear())
  return document.createElement('canvas').getContext('2d')
}

/** Px that a text takes on a canvas; remembered, since measuring costs more than drawing. */
export function textWidth(text: string, font: string): number {
  const key = `${font} ${text}`
  let width = widths.get(key)
  if (width === undefined) {
    ruler ??= makeRuler()
    if (!ruler) return 0
    ruler.font = font
    width = ruler.measureText(text).width
    if (widths.size >= MOST) widths.clear()
    widths.set(key, width)
  }
  return width
}
