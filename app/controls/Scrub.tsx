import { lazy, Suspense } from 'react'
import { type NumberText, setting } from '../drawing/format.ts'
import { Numeral } from '../drawing/Numeral.tsx'
import type { Range } from './scrubbing.ts'
import './controls.css'

export interface ScrubProps extends Range {
  value: number
  /** What the number is, for those who cannot see the sentence around it: "steps". */
  label: string
  /** Stands after the number, and is said with it: "°". */
  unit?: string
  /** Called with every move; `final` once it has come to rest, for undo and for what is slow. */
  onChange: (value: number, how: { final: boolean }) => void
  format?: (value: number) => NumberText
  className?: string
}

/** Asked for at once, but not waited for: a number can be read before it can be changed. */
const input = import('./ScrubInput.tsx')
const ScrubInput = lazy(() => input)

/** A number in a sentence that can be dragged, stepped and typed. */
export function Scrub(props: ScrubProps) {
  const { value, unit = '', format = setting, className = '' } = props
  const still = (
    <span className={`scrub ${className}`}>
      <span className="shown">
        <Numeral of={format(value)} />
        {unit}
      </span>
    </span>
  )
  return (
    <Suspense fallback={still}>
      <ScrubInput {...props} />
    </Suspense>
  )
}
