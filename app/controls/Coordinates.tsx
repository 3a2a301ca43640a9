import { fixed } from '../drawing/format.ts'
import { Scrub } from './Scrub.tsx'

type Pair = readonly [x: number, y: number]

interface Props {
  value: Pair
  /** What the point is: "start". */
  label: string
  names?: readonly [string, string]
  domain: readonly [xMin: number, xMax: number, yMin: number, yMax: number]
  step?: number
  digits?: number
  onChange: (value: Pair, how: { final: boolean }) => void
}

/** A point in a sentence, (−0.14, 2.14): two numbers that move each by itself. */
export function Coordinates(props: Props) {
  const { value, label, names = ['w₁', 'w₂'], domain, step = 0.01, digits = 2, onChange } = props
  const [x, y] = value
  const common = { scale: 'linear', step, format: (v: number) => fixed(v, digits) } as const
  return (
    <span className="pair">
      (
      <Scrub
        {...common}
        value={x}
        label={`${label}, ${names[0]}`}
        min={domain[0]}
        max={domain[1]}
        onChange={(v, how) => onChange([v, y], how)}
      />
      ,{' '}
      <Scrub
        {...common}
        value={y}
        label={`${label}, ${names[1]}`}
        min={domain[2]}
        max={domain[3]}
        onChange={(v, how) => onChange([x, v], how)}
      />
      )
    </span>
  )
}
