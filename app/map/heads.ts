import { drawMarker } from '../drawing/markers.ts'
import type { Theme } from '../drawing/theme.ts'
import type { Placement } from './labelPlacer.ts'
import { drawPieces, type Piece, sansFont, shorten, widthOf } from './lettering.ts'
import type { Racer } from './scene.ts'

/** Where a run is at the cursor, and what is written there. */
export interface Head {
  racer: Racer
  x: number
  y: number
  /** `rim`: outside for now, shown at the edge; `gone`: it has left for good. */
  kind: 'here' | 'rim' | 'gone'
  pieces: readonly Piece[]
  width: number
}

const RIM = 9

function nameOf(racer: Racer, theme: Theme, size: number, most: number): Piece {
  const font = sansFont(theme, size, 600)
  return { text: shorten(racer.name, font, most), font, colour: racer.colour }
}

export function headsAt(
  racers: readonly Racer[],
  step: number,
  { width, height, theme }: { width: number; height: number; theme: Theme },
): Head[] {
  const size = width < 520 ? 12.5 : 13.5
  const most = Math.min(180, 0.42 * width)
  return racers
    .filter(({ path }) => path.length > 0)
    .map((racer) => {
      const { path, trace } = racer
      const { exit } = path
      const name = nameOf(racer, theme, size, most)
      const make = (x: number, y: number, kind: Head['kind'], pieces: readonly Piece[]): Head => ({
        racer,
        x,
        y,
        kind,
        pieces,
        width: widthOf(pieces),
      })
      const clamp = (value: number, end: number) => Math.max(RIM, Math.min(end - RIM, value))
      if (exit && step >= exit.step) {
        const text = exit.step === 0 ? ' is off the map' : ` leaves the map at step ${exit.step}`
        return make(clamp(exit.x, width), clamp(exit.y, height), 'gone', [name, { ...name, text }])
      }
      const k = Math.min(step, path.length - 1)
      const x = path.xs[k]
      const y = path.ys[k]
      if (trace.stopped !== undefined && step >= trace.stopped)
        return make(x, y, 'here', [name, { ...name, text: ` leaves the map at step ${trace.stopped}` }])
      if (x >= 0 && x <= width && y >= 0 && y <= height) return make(x, y, 'here', [name])
      const note = { text: ' off the map', font: sansFont(theme, size - 1), colour: theme.colours['ink-map'] }
      return make(clamp(x, width), clamp(y, height), 'rim', [name, note])
    })
}

/** Marks where the runs are, in the order given, and their names beside them, led to by a line where they had to give way. */
export function drawHeads(
  context: CanvasRenderingContext2D,
  heads: readonly Head[],
  placements: ReadonlyMap<string, Placement>,
  { focus, theme }: { focus: string; theme: Theme },
): void {
  const paper = theme.colours.halo
  for (const { racer, x, y } of heads) {
    const label = placements.get(racer.id)
    if (!label || Math.hypot(label.x - x, label.y - y) <= 23) continue
    context.beginPath()
    context.moveTo(x, y)
    context.lineTo(label.x - 3 * label.side, label.y)
    context.globalAlpha = 0.8
    context.strokeStyle = racer.colour
    context.lineWidth = 0.9
    context.stroke()
    context.globalAlpha = 1
  }
  for (const { racer, x, y, kind } of heads) {
    if (kind === 'gone') continue
    const r = kind === 'rim' ? 4 : racer.id === focus ? 6.2 : 5.2
    drawMarker(context, racer.style, { colour: racer.colour, paper }, x, y, r, 1.8)
  }
  for (const { racer, pieces } of heads) {
    const label = placements.get(racer.id)
    if (label) drawPieces(context, pieces, label.x, label.y, { side: label.side, halo: paper })
  }
}
