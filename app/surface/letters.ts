const greek: Readonly<Record<string, string>> = {
  alpha: 'α',
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
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  psi: 'ψ',
}

interface Letter {
  letter: string
  mark: '_' | '^' | undefined
  index: string | undefined
}

/** `\\Delta_0` as a letter with its index, as running text can set it; undefined for what is more than that. */
export function letterOf(tex: string): Letter | undefined {
  const [, name, mark, index] = /^\\?([A-Za-z]+)(?:([_^])\{?\\?([\w+-]+)\}?)?$/.exec(tex) ?? []
  const letter = tex.startsWith('\\') ? greek[name] : name?.length === 1 ? name : undefined
  return letter === undefined
    ? undefined
    : { letter, mark: mark as Letter['mark'], index: index?.replace('-', '−') }
}
