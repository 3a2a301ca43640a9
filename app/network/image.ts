import type { Context } from './row.ts'

type Box = readonly [left: number, top: number, width: number, height: number]

/** A canvas that pixels are put on, to be drawn at any size from there. One is enough: it is drawn at once. */
let canvas: HTMLCanvasElement | undefined
let image: ImageData | undefined

/** Lets `paint` fill `columns` × `rows` pixels, to be drawn by the calls that follow. */
function developed(columns: number, rows: number, paint: (pixels: Uint32Array) => void): HTMLCanvasElement {
  canvas ??= document.createElement('canvas')
  if (image?.width !== columns || image.height !== rows) {
    canvas.width = columns
    canvas.height = rows
    image = new ImageData(columns, rows)
  }
  paint(new Uint32Array(image.data.buffer))
  canvas.getContext('2d')?.putImageData(image, 0, 0)
  return canvas
}

/** Lets `paint` fill `columns` × `rows` pixels, and draws them into a box, smoothed or as squares. */
export function paintImage(
  context: Context,
  [columns, rows]: readonly [number, number],
  [left, top, width, height]: Box,
  paint: (pixels: Uint32Array) => void,
  isSmooth = true,
): void {
  const source = developed(columns, rows, paint)
  context.imageSmoothingEnabled = isSmooth
  context.drawImage(source, 0, 0, columns, rows, left, top, width, height)
}

/** Several square images of one side, below each other in one picture, each drawn into its own box. */
export function paintStrip(
  context: Context,
  side: number,
  boxes: readonly { at: number; box: Box }[],
  count: number,
  paint: (pixels: Uint32Array) => void,
): void {
  const source = developed(side, side * count, paint)
  context.imageSmoothingEnabled = true
  // Half a pixel is left out all round, so that no image takes colour from its neighbours in the picture.
  for (const { at, box } of boxes) context.drawImage(source, 0.5, at * side + 0.5, side - 1, side - 1, ...box)
}
