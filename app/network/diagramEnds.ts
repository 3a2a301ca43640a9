import { cssOf } from '../drawing/colour.ts'
import { classColour } from './colours.ts'
import type { Diagram } from './diagramLayout.ts'
import type { Context } from './row.ts'
import type { Scene } from './scene.ts'

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
  const outputs = diagram.layers[diagram.layers.length - 1]
  const r = Math.min(9, 60 / outputs.length)
  context.textAlign = 'center'
  context.strokeStyle = colours.ink
  context.lineWidth = 1.3
  for (const { x, y, unit } of outputs) {
    context.beginPath()
    context.arc(x, y, r, 0, 2 * Math.PI)
    const { classes } = scenery
    context.fillStyle = outputs.length > 1 ? cssOf(classColour(theme, unit, classes.length)) : colours.paper
    context.fill()
    context.stroke()
    if (r < 5) continue
    context.fillStyle = colours.ink
    context.font = outputs.length > 1 ? `${r * 1.3}px ${theme.sans}` : `italic 13px ${serif}`
    context.fillText(outputs.length > 1 ? String(unit + 1) : 'y', x, y + 0.5)
  }
}
