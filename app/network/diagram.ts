import { drawChoice, drawEnds } from './diagramEnds.ts'
import { drawInputBlock, drawWeightImages, layOutImages } from './diagramImages.ts'
import { drawPointed } from './diagramLabels.ts'
import { type Diagram, layOutDiagram } from './diagramLayout.ts'
import { drawUnits } from './diagramUnits.ts'
import { drawEdges, type IsDropped } from './edges.ts'
import { type Cell, defineRow } from './row.ts'
import { placesOf, type Scene, type View } from './scene.ts'

/** Inputs, hidden layers, outputs. */
export const diagramOf = (
  { tricks }: View,
  { scenery }: Scene,
  cell: Pick<Cell, 'width' | 'height'>,
): Diagram =>
  (scenery.dataset.image ? layOutImages : layOutDiagram)(
    [scenery.inputs.length, ...tricks.hidden, scenery.outputs],
    cell,
  )

/** Masks stand before the layer that takes the inputs: row 0 is the first example of the batch. */
const droppedOf =
  ({ insides }: View): IsDropped =>
  (layer, unit) =>
    insides?.batch?.layers[layer + 1]?.mask?.[unit] === 0

export const network = defineRow<undefined>({
  id: 'network',
  title: 'Network',
  height: 140,
  gap: 12,
  parts: ['neurons', 'state', 'batch'],
  share: () => undefined,
  still: {
    over: true,
    draw(context, view, scene, _shared, cell) {
      const diagram = diagramOf(view, scene, cell)
      drawInputBlock(context, scene, cell)
      drawEnds(context, scene, diagram)
      drawChoice(context, view, scene, diagram, cell)
    },
  },
  draw(context, view, scene, _shared, cell) {
    const diagram = diagramOf(view, scene, cell)
    const isDropped = droppedOf(view)
    const w = view.insides?.w
    const places = w && placesOf(view.tricks, scene.scenery, w.length)
    if (w && places) drawEdges(context, diagram, w, places, isDropped, scene.theme)
    view.tricks.hidden.forEach((_, layer) => drawUnits(context, view, scene, diagram, layer, isDropped))
    if (w && places) drawWeightImages(context, scene, diagram, w, places, isDropped)
    if (places) drawPointed(context, view, scene, diagram, places, cell.pointed)
  },
})
