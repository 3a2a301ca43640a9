import { type PointerEvent, useRef } from 'react'
import { networkOf } from '../../../engine/experiment/kinds.ts'
import { useLab } from '../../lab/context.tsx'
import { fitFrame, widen } from '../frame.ts'
import { setTable } from '../networkEdits.ts'
import { useOwn } from './context.tsx'
import { withoutNearest, withPoint } from './points.ts'

/** Px within which a press finds a point, and ms after which one is long. */
const REACH = 14
const LONG = 450

/** Lies over a map while points are drawn. The same can be done by keys, in the form above. */
export function DrawSheet() {
  const lab = useLab()
  const { shown, pen } = useOwn()
  const pressed = useRef<{ at: number; x: number; y: number }>(undefined)
  if (shown !== 'points') return null

  const put = (event: PointerEvent<HTMLDivElement>) => {
    const press = pressed.current
    pressed.current = undefined
    const { table } = networkOf(lab.getState().experiment)
    if (!press || !table?.domain || Math.hypot(event.clientX - press.x, event.clientY - press.y) > REACH)
      return
    const box = event.currentTarget.getBoundingClientRect()
    const wide = widen(table.domain, box)
    const frame = fitFrame(wide, box)
    const [[left, right], [bottom, top]] = wide
    const x = left + ((press.x - box.left - frame.left) / frame.width) * (right - left)
    const y = top - ((press.y - box.top - frame.top) / frame.height) * (top - bottom)
    const isLong = event.pointerType !== 'mouse' && event.timeStamp - press.at > LONG
    const isErasing = pen.erases || event.altKey || isLong
    if (!isErasing && (x < left || x > right || y < bottom || y > top)) return
    const reach = (REACH / frame.width) * (right - left)
    const next = isErasing ? withoutNearest(table, x, y, reach) : withPoint(table, x, y, pen.label)
    if (next !== table) lab.edit(setTable(next))
  }
  return (
    <div
      className="own-sheet"
      role="presentation"
      data-erases={pen.erases ? '' : undefined}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        event.preventDefault()
        pressed.current = { at: event.timeStamp, x: event.clientX, y: event.clientY }
      }}
      onPointerUp={put}
      onPointerCancel={() => (pressed.current = undefined)}
    />
  )
}
