import { Formula } from '../drawing/Formula.tsx'
import { letterOf } from './letters.ts'

/** A symbol as running text sets it, `\Delta_0` as Δ with a lowered 0; longer ones are formulas. */
export function Letter({ tex }: { tex: string }) {
  const found = letterOf(tex)
  if (!found) return <Formula tex={tex} />
  const { letter, mark, index } = found
  return (
    <span className="letter">
      <i className="symbol">{letter}</i>
      {mark === '_' && <sub className={/^[a-z]$/i.test(index ?? '') ? 'symbol' : undefined}>{index}</sub>}
      {mark === '^' && <sup>{index}</sup>}
    </span>
  )
}
