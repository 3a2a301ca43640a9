import type { Size } from '../drawing/Layer.tsx'
import { cssOf } from '../drawing/colour.ts'
import { classColour } from './colours.ts'
import type { Diagram } from './diagramLayout.ts'
import type { Context } from './row.ts'
import type { Scene, View } from './scene.ts'

/** `x₁` as a letter and its index, which the page's fonts have no lowered digit for. */
const raise = (name: string): readonly [letter: string, index: string] => {
  const index = [...name].findLast((c) => '₁₂₃₄'.includes(c))
  return index && name.length === 2 ? [name[0], String('₁₂₃₄'.indexOf(index) + 1)] : [name, '']
}

/** The names of the inputs, and y at the outputs. */
export function drawEnds(context: Context, { scenery, theme }: Scene, diagram: Diagram) {
  const { colours, serif } = theme
  context.fillStyle = colours.ink
  context.textBaseline = 'middle'
  context.textAlign = 'left'
  const inputs = diagram.layers[0]
  const size = inputs.length > 8 ? 9 : 14
  if (inputs.length <= 12)
    for (const { x, y, unit } of inputs) {
      const [letter, index] = raise(scenery.inputs[unit] ?? '')
      context.font = `italic ${size}px ${serif}`
      context.fillText(letter.length > 3 ? `x` : letter, x - 12, y + 0.5)
      const width = context.measureText(letter.length > 3 ? 'x' : letter).width
      context.font = `${size * 0.72}px ${serif}`
      context.fillText(letter.length > 3 ? String(unit + 1) : index, x - 12 + width, y + 4)
    }
  drawOutputs(context, { scenery, theme }, diagram)
}

/** Outputs in the colours of their classes; of many, the names stand beside. */
function drawOutputs(
  context: Context,
  { scenery, theme }: Pick<Scene, 'scenery' | 'theme'>,
  diagram: Diagram,
) {
  const { colours, serif, sans } = theme
  const { classes } = scenery
  const outputs = diagram.layers[diagram.layers.length - 1]
  const isBeside = outputs.length > 4
  const r = isBeside ? 4.5 : Math.min(9, 60 / outputs.length)
  /** A name of a letter or two, else the number of the class. */
  const nameOf = (unit: number) => (classes[unit]?.length <= 2 ? classes[unit] : String(unit + 1))
  context.textBaseline = 'middle'
  context.strokeStyle = colours.ink
  context.lineWidth = 1.3
  for (const { x, y, unit } of outputs) {
    context.beginPath()
    context.arc(x, y, r, 0, 2 * Math.PI)
    context.fillStyle = outputs.length > 1 ? cssOf(classColour(theme, unit, classes.length)) : colours.paper
    context.fill()
    context.stroke()
    context.fillStyle = colours.ink
    context.textAlign = isBeside ? 'left' : 'center'
    context.font = outputs.length > 1 ? `11px ${sans}` : `italic 13px ${serif}`
    context.fillText(outputs.length > 1 ? nameOf(unit) : 'y', isBeside ? x + r + 3 : x, y + 0.5)
  }
}

/** "16 of 96" below a layer that is not shown whole. */
export function drawChoice(
  context: Context,
  { tricks }: View,
  { theme }: Scene,
  { layers }: Diagram,
  { height }: Size,
) {
  context.font = `11px ${theme.sans}`
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  context.fillStyle = theme.colours['ink-2']
  tricks.hidden.forEach((units, layer) => {
    const nodes = layers[layer + 1]
    if (nodes.length === units) return
    const middle = (Math.min(...nodes.map(({ x }) => x)) + Math.max(...nodes.map(({ x }) => x))) / 2
    context.fillText(`${nodes.length} of ${units}`, middle, height + 11)
  })
}
