import { drawChoice, drawEnds } from './diagramEnds.ts'
import { drawInputBlock, drawWeightImages, layOutImages } from './diagramImages.ts'
import { drawPointed } from './diagramLabels.ts'
import { type Diagram, hitDiagram, layOutDiagram } from './diagramLayout.ts'
import { drawUnits } from './diagramUnits.ts'
import { drawEdges, type Dropped } from './edges.ts'
import { neuronShown, weightShown } from './looks.ts'
import type { Pointed } from './pointed.ts'
import { drawPointedNumbers } from './pointedNumbers.ts'
import { type Cell, defineRow } from './row.ts'
import { placesOf, type Scene, type View } from './scene.ts'
import { weightAt } from './weights.ts'

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

/**
 * Masks stand before the layer that takes the inputs. Whether a unit is dropped in the batch's first example; or the
 * share of the batch in which it is.
 */
const droppedOf = ({ insides }: View, { state }: Scene): Dropped => {
  const isShare = state.show.masks === 'share'
  return (layer, unit) => {
    const { mask } = insides?.batch?.layers[layer + 1] ?? {}
    if (!mask || !insides?.batch) return 0
    if (!isShare) return mask[unit] === 0 ? 1 : 0
    const rows = insides.batch.rows.length
    const units = mask.length / rows
    let dropped = 0
    for (let row = 0; row < rows; row++) if (mask[row * units + unit] === 0) dropped++
    return dropped / rows
  }
}

/** The neuron and the weight that are open, and what is pointed at. */
function marked({ pointed }: Cell, { tricks }: View, { state, scenery }: Scene): Pointed[] {
  const index = weightShown(state)
  const weight = index === undefined ? undefined : weightAt(tricks, scenery, index)
  const neuron = neuronShown(state)
  const open: (Pointed | undefined)[] = [
    weight && { kind: 'weight', ...weight },
    neuron && { kind: 'unit', ...neuron },
    pointed,
  ]
  return open.filter((one) => one !== undefined)
}

export const network = defineRow<undefined>({
  id: 'network',
  title: 'Network',
  height: 140,
  gap: 12,
  parts: ['neurons', 'state', 'batch'],
  share: () => undefined,
  still: {
    over: true,
    watch: ({ tricks }, { scenery }) => [scenery, tricks.hidden.join()],
    draw(context, view, scene, _shared, cell) {
      const diagram = diagramOf(view, scene, cell)
      drawInputBlock(context, scene, cell)
      drawEnds(context, scene, diagram)
      drawChoice(context, view, scene, diagram, cell)
    },
  },
  draw(context, view, scene, _shared, cell) {
    const diagram = diagramOf(view, scene, cell)
    const dropped = droppedOf(view, scene)
    const w = view.insides?.w
    const places = w && placesOf(view.tricks, scene.scenery, w.length)
    if (w && places) drawEdges(context, diagram, w, places, dropped, scene.theme)
    view.tricks.hidden.forEach((_, layer) => drawUnits(context, view, scene, diagram, layer, dropped))
    if (w && places) drawWeightImages(context, scene, diagram, w, places, dropped)
    for (const one of marked(cell, view, scene)) drawPointed(context, scene, diagram, one)
    drawPointedNumbers(context, view, scene, cell.pointed, cell.height + 6, cell.width)
  },
  hit(view, scene, size, x, y, reach) {
    const hit = hitDiagram(diagramOf(view, scene, size), x, y, reach)
    if (!hit) return undefined
    const { layer, unit } = hit.to
    if (!hit.from) return { kind: 'unit', layer, unit }
    return { kind: 'weight', parameter: 'W', layer, unit, input: hit.from.unit }
  },
  next({ tricks }, { scenery }, from, dx, dy) {
    const layers = [...tricks.hidden, scenery.outputs]
    if (!from) return { kind: 'unit', layer: 0, unit: 0 }
    const layer = Math.max(0, Math.min(layers.length - 1, from.layer + dx))
    return { kind: 'unit', layer, unit: Math.max(0, Math.min(layers[layer] - 1, from.unit + dy)) }
  },
})
