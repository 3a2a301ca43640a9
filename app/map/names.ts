import { within } from './box.ts'
import type { Head } from './heads.ts'
import { type Placement, placeLabels, type Surroundings } from './labelPlacer.ts'

/** Where the names stand in the frame on screen: kept for the next one, and to be found by the pointer. */
export function createNames() {
  let heads: readonly Head[] = []
  let placements: ReadonlyMap<string, Placement> = new Map()
  return {
    /** Pass the most important head first. */
    place(next: readonly Head[], surroundings: Surroundings): ReadonlyMap<string, Placement> {
      heads = next
      const anchors = heads.map(({ racer, x, y, width }) => ({ id: racer.id, x, y, width }))
      placements = placeLabels(anchors, surroundings, placements)
      return placements
    },
    /** The run whose name or head is at a pixel. */
    at: (x: number, y: number): string | undefined =>
      heads.find((head) => {
        const label = placements.get(head.racer.id)
        return (label && within(label.box, x, y, 2)) || Math.hypot(head.x - x, head.y - y) < 9
      })?.racer.id,
  }
}
export type Names = ReturnType<typeof createNames>
