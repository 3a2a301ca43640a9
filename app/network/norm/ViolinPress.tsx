import type { PointerEvent } from 'react'
import { useStage } from '../context.tsx'
import { slotsOf } from './violins.ts'
import './norm.css'

interface Props {
  /** The index of the run. */
  run: number
  layer: number
  marked: number
  onUnit: (unit: number) => void
}

/** A press on a violin chooses its neuron; the number in the caption does so from the keyboard. */
export function ViolinPress({ run, layer, marked, onUnit }: Props) {
  const { insides } = useStage()
  const press = (event: PointerEvent<HTMLElement>) => {
    const own = insides.of(run)?.batch?.layers[layer]
    if (!own) return
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const slots = slotsOf(own.units, own.mean !== undefined, width, marked)
    const n = Math.floor(((event.clientX - left) / width) * slots.length)
    onUnit(slots[Math.max(0, Math.min(slots.length - 1, n))].unit)
  }
  return <div className="violin-press" onPointerDown={press} />
}
