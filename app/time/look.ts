import type { Theme } from '../drawing/theme.ts'
import type { LabState } from '../lab/lab.ts'
import type { Plot } from './scene.ts'

export type Context = CanvasRenderingContext2D
export interface Look {
  theme: Theme
  limitOf?: ((run: string) => string | undefined) | undefined
  /** Where a brush is being dragged, in px of the plots. */
  brush?: readonly [number, number] | undefined
  /** Runs that are there to compare with only: pale, without marks and values. */
  ghosts?: readonly string[] | undefined
}

/** What is left of a line that is there to compare with. */
export const GHOST = 0.3
/** What is left of the future, and of all that another quantity is looked at. */
export const FUTURE = 0.26
const DIMMED = 0.22

/** How strongly a plot is drawn: less while another quantity is looked at. */
export const dim = ({ placed }: Plot, { hovered, pinned }: LabState) => {
  const wash = hovered ?? pinned
  return wash === undefined || wash === placed.panel.wash ? 1 : DIMMED
}

/** Makes strokes the halo of text over data. */
export function halo(context: Context, { colours }: Theme) {
  context.strokeStyle = colours.halo
  context.lineWidth = 3.2
  context.lineJoin = 'round'
}
