import type { Influence } from '../../../engine/training/insides.ts'
import { drawNumber } from '../../drawing/format.ts'
import type { Theme } from '../../drawing/theme.ts'
import type { Context } from '../row.ts'
import { commonScale, drawLetter, powerText } from './common.ts'
import { signColour } from './influenceDiagram.ts'
import { largestOf, largestTerm, termsOf, together } from './terms.ts'

const LINE = 17

const letters = {
  u: ['u', 'i'],
  variance: ['σ', 'B', '2'],
  mean: ['μ', 'B'],
} as const

/**
 * The three terms as an addition: each bar begins where the one before has ended, the sum is below the line, and under
 * it that of all examples, which is the gradient of b.
 */
export function drawAddition(
  context: Context,
  theme: Theme,
  influence: Influence,
  i: number,
  [top, width]: readonly [top: number, width: number],
): void {
  const { colours, sans } = theme
  const { terms, sum } = termsOf(influence, i)
  const most = largestTerm(influence)
  const scale = commonScale(largestOf(influence, i))
  const [left, right] = [84, width - 50]
  const zero = (left + right) / 2
  const x = (value: number) => zero + (most > 0 ? (value / most) * ((right - left) / 2) : 0)
  const number = (value: number, y: number, ink: 'ink' | 'ink-2', weight = 400) => {
    context.fillStyle = colours[ink]
    context.textBaseline = 'middle'
    drawNumber(context, scale.show(value), width, y, { size: 12, family: sans, align: 'right', weight })
  }
  context.fillStyle = colours.rule
  context.fillRect(Math.round(zero), top - 6, 1, 4 * LINE - 2)
  let sofar = 0
  terms.forEach(({ id, value, isStopped }, n) => {
    const y = top + n * LINE
    context.font = `12px ${sans}`
    context.textAlign = 'left'
    context.textBaseline = 'middle'
    context.fillStyle = colours['ink-2']
    context.fillText(isStopped ? 'stopped:' : 'through', 0, y)
    drawLetter(context, theme, letters[id], 56, y, 13)
    if (!isStopped) {
      const next = sofar + value
      context.fillStyle = signColour(theme, value)
      const [from, to] = [x(Math.min(sofar, next)), x(Math.max(sofar, next))]
      context.fillRect(from, y - 4, Math.max(1, to - from), 8)
      sofar = next
    }
    number(value, y, isStopped ? 'ink-2' : 'ink')
  })
  const y = top + 3 * LINE + 1
  context.fillStyle = colours['ink-3']
  context.fillRect(0, y - 9.5, width, 1)
  context.fillStyle = colours.ink
  context.font = `12px ${sans}`
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.fillText('∂Div/∂', 0, y)
  drawLetter(context, theme, ['z', 'i'], context.measureText('∂Div/∂').width + 7, y, 13)
  const [from, to] = [x(Math.min(0, sum)), x(Math.max(0, sum))]
  context.fillStyle = colours.ink
  context.fillRect(from, y - 4, Math.max(1, to - from), 8)
  number(sum, y, 'ink', 600)
  context.font = `12px ${sans}`
  context.textAlign = 'left'
  context.fillStyle = colours['ink-2']
  context.fillText(`all ${influence.z.length} together`, 0, y + LINE)
  number(together(influence), y + LINE, 'ink-2')
  const power = powerText(scale)
  if (!power) return
  context.fillStyle = colours['ink-2']
  drawNumber(context, power, width, top - LINE + 2, { size: 11, family: sans, align: 'right' })
}
