import { Formula } from '../drawing/Formula.tsx'

const greek: Readonly<Record<string, string>> = {
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  Delta: 'Δ',
  epsilon: 'ε',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  sigma: 'σ',
  tau: 'τ',
  psi: 'ψ',
}

/** A symbol as running text sets it, `\Delta_0` as Δ with a lowered 0; longer ones are formulas. */
export function Letter({ tex }: { tex: string }) {
  const [, name, mark, index] = /^\\?([A-Za-z]+)(?:([_^])\{?\\?([\w+-]+)\}?)?$/.exec(tex) ?? []
  const letter = tex.startsWith('\\') ? greek[name] : name?.length === 1 ? name : undefined
  if (letter === undefined) return <Formula tex={tex} />
  const raised = index?.replace('-', '−')
  return (
    <span className="letter">
      <i className="symbol">{letter}</i>
      {mark === '_' && <sub>{raised}</sub>}
      {mark === '^' && <sup>{raised}</sup>}
    </span>
  )
}
