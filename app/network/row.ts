import type { Part } from '../../engine/training/insides.ts'
import type { Size } from '../drawing/Layer.tsx'
import type { Scene, View } from './scene.ts'
import type { Pointed } from './pointed.ts'

export type Context = CanvasRenderingContext2D

/** Where and how a cell is drawn. */
export interface Cell extends Size {
  isNarrow: boolean
  /** The weight or unit under the pointer, in whichever column. */
  pointed: Pointed | undefined
  /** The example of the batch that is looked at, by its place in it. */
  example: number | undefined
}

/** A row of panels as data: what it asks for, and how it is drawn in each column. `S` is what the columns share. */
export interface Row<S = unknown> {
  id: string
  title: string
  height: number
  /** Px on a phone, if others. */
  narrowHeight?: number
  /** Px below. */
  gap: number
  parts: readonly Part[]
  /** What else the drawing of a cell depends on: without parts, all of it. */
  watch?: (view: View, scene: Scene, shared: S) => readonly unknown[]
  /** Scales that all columns have in common. */
  share: (scene: Scene) => S
  /** What stays while the cursor moves, and what that is drawn from; it lies `over` or under what moves. */
  still?: {
    watch: (view: View, scene: Scene, shared: S) => readonly unknown[]
    draw: (context: Context, view: View, scene: Scene, shared: S, cell: Cell) => void
    over: boolean
  }
  draw: (context: Context, view: View, scene: Scene, shared: S, cell: Cell) => void
  /** What is at a point of a cell; `reach` is how far from it a press may be, in px. */
  hit?: (view: View, scene: Scene, size: Size, x: number, y: number, reach: number) => Pointed | undefined
  /** What is next to it where the arrow keys go, `dx` to the right or `dy` down; from nothing, the first. */
  next?: (view: View, scene: Scene, from: Pointed | undefined, dx: number, dy: number) => Pointed | undefined
  /** Ticks at the right edge of the gutter; drawn anew when what they show is another. */
  gutterKey?: (shared: S, scene: Scene) => unknown
  gutter?: (context: Context, scene: Scene, shared: S, size: Size) => void
}

/** Forgets the type of what the columns share. */
export const defineRow = <S>(row: Row<S>): Row => row as unknown as Row
