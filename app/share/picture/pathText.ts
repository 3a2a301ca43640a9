import { extent } from 'd3-array'
import { ARC, C, L, logs, M, RECT, Z } from '../../drawing/path.ts'
import type { Box } from './marks.ts'

/** How many numbers each way of going on takes. */
const arity = { [M]: 2, [L]: 2, [C]: 6, [ARC]: 5, [RECT]: 4, [Z]: 0 }
const letters = { [M]: 'M', [L]: 'L', [C]: 'C', [Z]: 'Z' }

const tidy = (x: number) => Number(x.toFixed(2))

/** In two halves, since an arc that ends where it begins is none. */
function arcText([x, y, r, from, to]: readonly number[], isOpen: boolean): string {
  const at = (angle: number) => `${tidy(x + r * Math.cos(angle))},${tidy(y + r * Math.sin(angle))}`
  const span = Math.min(2 * Math.PI, to - from)
  const halves = [from + span / 2, from + span].map((end) => `A${tidy(r)},${tidy(r)} 0 0 1 ${at(end)}`)
  return `${isOpen ? 'L' : 'M'}${at(from)}${halves.join('')}`
}

/** What `createPath` made, as SVG writes it; nothing for a path that it did not make. */
export function pathText(path: Path2D): string | undefined {
  const known = logs.get(path)
  if (!known) return undefined
  const { text, log } = known
  let written = text
  let isOpen = false
  for (let i = 0; i < log.length; i += 1 + arity[log[i] as keyof typeof arity]) {
    const kind = log[i] as keyof typeof arity
    const numbers = log.slice(i + 1, i + 1 + arity[kind])
    const [x, y, a, b] = numbers.map(tidy)
    if (kind === ARC) written += arcText(numbers, isOpen)
    else if (kind === RECT) written += `M${x},${y}h${a}v${b}h${-a}z`
    else written += letters[kind] + numbers.map(tidy).join(' ')
    isOpen = kind !== RECT && kind !== Z
  }
  return written
}

/** The least box that holds all points of a path, those that only bend it too; nothing for one that began as text. */
export function boxOfPath(path: Path2D): Box | undefined {
  const { log, text } = logs.get(path) ?? { log: [], text: '' }
  const xs: number[] = []
  const ys: number[] = []
  for (let i = 0; i < log.length; i += 1 + arity[log[i] as keyof typeof arity]) {
    const kind = log[i] as keyof typeof arity
    const numbers = log.slice(i + 1, i + 1 + arity[kind])
    const [x, y, a, b] = numbers
    if (kind === ARC) {
      xs.push(x - a, x + a)
      ys.push(y - a, y + a)
    } else if (kind === RECT) {
      xs.push(x, x + a)
      ys.push(y, y + b)
    } else
      numbers.forEach((number, n) => {
        if (n % 2 === 0) xs.push(number)
        else ys.push(number)
      })
  }
  const [left, right] = extent(xs)
  const [top, bottom] = extent(ys)
  if (text !== '' || left === undefined || top === undefined) return undefined
  return { x: left, y: top, width: right - left, height: bottom - top }
}
