import { drawNumber, measured, type NumberText, spoken } from '../drawing/format.ts'
import type { Pointed } from './pointed.ts'
import type { Context } from './row.ts'
import { placesOf, type Scene, type View } from './scene.ts'
import { offsetOf, weightName } from './weights.ts'

/** A number of what is pointed at, as it is drawn and as it is said. */
interface Item {
  label: string
  value: NumberText
}

const item = (label: string, value: number | undefined): Item[] =>
  value === undefined || Number.isNaN(value) ? [] : [{ label, value: measured(value) }]

/** Units whose outputs are bounded saturate; of the others those below 0 are off. */
const bounds: Readonly<Record<string, readonly [number, number]>> = {
  tanh: [-0.95, 0.95],
  sigmoid: [0.05, 0.95],
}

function unitItems({ insides, tricks }: View, layer: number, unit: number): Item[] {
  const { y, units } = insides?.batch?.layers[layer] ?? {}
  if (!y || !units || unit >= units) return []
  const own = y.filter((_, i) => i % units === unit)
  const mean = own.reduce((sum, one) => sum + one, 0) / own.length
  if (layer === tricks.hidden.length) return item('mean y', mean)
  const ends = bounds[tricks.activation]
  const isOut = (one: number) => (ends ? one < ends[0] || one > ends[1] : one <= 0)
  const share = own.filter(isOut).length / own.length
  const percent = { label: ends ? 'saturated' : 'off', value: { base: `${Math.round(100 * share)} %` } }
  return [...item('mean y', mean), percent]
}

/**
 * The numbers of a run's weight or unit at the cursor: w, its slope, E[g²], effective step and Δw; bias, γ, β, the mean
 * output over the batch, and the share of it that saturates (beyond 0.05 and 0.95 of the range) or is off.
 */
export function itemsOf(view: View, { scenery }: Scene, pointed: Pointed): Item[] {
  const { insides, tricks } = view
  const { w, g, update, slots } = insides ?? {}
  const places = w && placesOf(tricks, scenery, w.length)
  if (!w || !places) return []
  if (pointed.kind === 'unit') {
    const { layer, unit } = pointed
    const own = (['b', 'gamma', 'beta'] as const).flatMap((parameter) => {
      const at = offsetOf(places, { parameter, layer, unit, input: 0 })
      return at === undefined ? [] : item({ b: 'b', gamma: 'γ', beta: 'β' }[parameter], w[at])
    })
    return [...own, ...unitItems(view, layer, unit)]
  }
  const at = offsetOf(places, pointed)
  if (at === undefined) return []
  return [
    ...item('w', w[at]),
    ...item('g', g?.[at]),
    ...item('E[g²]', (slots?.secondMoment ?? slots?.v)?.[at]),
    ...item('step', slots?.effectiveStep?.[at]),
    ...item('Δw', update?.[at]),
  ]
}

/** What is pointed at: `w 3,5 of layer 2`, `neuron 4 of layer 1`. */
export const pointedName = (pointed: Pointed): string =>
  pointed.kind === 'unit' ? `neuron ${pointed.unit + 1} of layer ${pointed.layer + 1}` : weightName(pointed)

/** For those who do not see it: "w 3,5 of layer 2: w 0.41, g −0.02". */
export const pointedText = (view: View, scene: Scene, pointed: Pointed): string =>
  `${pointedName(pointed)}: ${itemsOf(view, scene, pointed)
    .map(({ label, value }) => `${label} ${spoken(value)}`)
    .join(', ')}`

/** Px of the line of numbers. */
const SIZE = 11

/** Sets the numbers in one line with its middle at `y`, below the data; what does not fit in `width` is left out. */
export function drawPointedNumbers(
  context: Context,
  view: View,
  scene: Scene,
  pointed: Pointed | undefined,
  y: number,
  width: number,
): void {
  if (!pointed) return
  const { colours, sans } = scene.theme
  context.textBaseline = 'middle'
  let x = 0
  for (const { label, value } of itemsOf(view, scene, pointed)) {
    context.font = `${SIZE}px ${sans}`
    const all =
      context.measureText(`${label} ${value.base}`).width +
      (value.exponent ? 0.5 * SIZE * value.exponent.length : 0)
    if (x + all > width) return
    context.textAlign = 'left'
    context.fillStyle = colours['ink-2']
    context.fillText(label, x, y)
    x += context.measureText(`${label} `).width
    context.fillStyle = colours.ink
    x += drawNumber(context, value, x, y, { size: SIZE, family: sans, weight: 600 }) + 9
  }
}
