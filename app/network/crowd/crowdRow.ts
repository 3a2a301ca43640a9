import { defineRow } from '../row.ts'
import type { View } from '../scene.ts'
import { drawMasks, MASKS_HEIGHT, masksOf } from './masks.ts'
import { drawMembers, figures, lineOf, slotsOf } from './members.ts'

interface Shared {
  /** The greatest loss of any member, for bars. */
  most: number
}

/** Px between the masks and the crowd. */
const GAP = 10

const keepOf =
  ({ tricks: { dropout } }: View) =>
  (layer: number) =>
    layer === 0 ? dropout.inputs : dropout.hidden

/** The masks of the batch, and the crowd of subnetworks that they train. */
export const crowdRow = (samples: number) =>
  defineRow<Shared>({
    id: 'crowd',
    title: 'Dropout',
    height: MASKS_HEIGHT + GAP + 136,
    narrowHeight: MASKS_HEIGHT + GAP + 150,
    gap: 16,
    parts: ['batch', 'crowd', 'exact'],
    share: ({ views }) => ({
      most: Math.max(
        ...views.flatMap((view) =>
          view.isOver ? [] : slotsOf(view, samples).map(({ member }) => member?.loss ?? 0),
        ),
      ),
    }),
    draw(context, view, scene, { most }, cell) {
      const masks = masksOf(view)
      if (masks.length > 0) drawMasks(context, masks, keepOf(view), scene, cell)
      drawMembers(context, slotsOf(view, samples), most, MASKS_HEIGHT + GAP, view, scene, cell)
    },
    gutterKey: (_shared, { scenery }) => scenery.task,
    gutter(context, { theme, scenery }, _shared, { width, height }) {
      context.fillStyle = theme.colours['ink-2']
      context.font = `11px ${theme.sans}`
      context.textAlign = 'right'
      context.textBaseline = 'alphabetic'
      const some = scenery.task === 'regression' ? figures.slice(0, 1) : figures
      some.forEach(({ words }, n) => context.fillText(words, width - 8, lineOf({ height }, n)))
    },
  })
