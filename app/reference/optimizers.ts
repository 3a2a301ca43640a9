import agreement from '../../engine/golden/agreement/optimizers.json'
import type { EquationLine } from '../../engine/optimizer.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { defaults } from '../../engine/parameters.ts'
import { difference, type Entry, type Group } from './entry.ts'

/** Symbols from left to right, washed in the colour of the panel that plots them. */
const texOf = (line: EquationLine): string =>
  line
    .map((term) =>
      typeof term === 'string' ? term : term.wash ? `\\wash{${term.wash}}{${term.tex}}` : term.tex,
    )
    .join(' ')

const checked = (id: string): string | undefined => {
  const known = (agreement as Record<string, { trajectories: number; largest: number }>)[id]
  return (
    known &&
    `Checked in every build against ${known.trajectories} trajectories of 200 updates by PyTorch: the largest relative difference in $w$ is ${difference(known.largest)}.`
  )
}

const meanHat = '\\hat m_k=\\frac{m_k}{1-\\delta^k}'
const squareHat = '\\hat v_k=\\frac{v_k}{1-\\gamma^k}'

/** What stands in the equations without a line of its own: there is no room for it on the lab's sheet. */
export const where: Readonly<Record<string, readonly string[]>> = {
  nesterov: ['g_k=\\nabla f(w_{k-1}+\\beta\\,v_{k-1})'],
  adadelta: ['u_k=\\Delta w_k/\\eta'],
  adam: [`${meanHat},\\qquad ${squareHat}`],
  adamw: [`${meanHat},\\qquad ${squareHat}`],
  adamax: [meanHat],
  nadam: [
    `${squareHat},\\qquad \\mu_k=\\delta\\left(1-\\tfrac12\\,0.96^{k\\psi}\\right),\\qquad \\Pi_k=\\mu_1\\cdots\\mu_k`,
  ],
  radam: [
    `${meanHat},\\qquad ${squareHat},\\qquad [\\,\\cdot\\,]_{\\rho_k>5}=1\\text{ while }\\rho_k\\le5`,
    '\\rho_k=\\rho_\\infty-\\frac{2k\\gamma^k}{1-\\gamma^k},\\qquad \\rho_\\infty=\\frac{2}{1-\\gamma}-1',
    'r_k=\\sqrt{\\frac{(\\rho_k-4)(\\rho_k-2)\\,\\rho_\\infty}{(\\rho_\\infty-4)(\\rho_\\infty-2)\\,\\rho_k}}',
  ],
  rprop: [
    '\\eta^{\\pm}_k=\\eta^+\\text{ if }g_k\\,\\tilde g_{k-1}>0,\\quad\\eta^-\\text{ if }g_k\\,\\tilde g_{k-1}<0,\\quad1\\text{ else}',
    '\\tilde g_k=0\\text{ where the sign has just changed},\\quad g_k\\text{ elsewhere}',
    '\\operatorname{clip}\\text{ keeps it from }\\Delta_{\\min}\\text{ to }\\Delta_{\\max}',
  ],
  power: [squareHat],
}

const entries = Object.values(optimizers).map(
  ({ id, name, summary, sources, equation, parameters, slots }): Entry => ({
    id,
    title: name,
    summary,
    formulas: [...equation(defaults(parameters)).map(texOf), ...(where[id] ?? [])],
    settings: [{ parameters }],
    remembers: Object.values(slots),
    facts: [],
    sources,
    checked: checked(id),
    link: `v=1&f=ravine&opt=${id === 'sgd' ? 'sgd' : `sgd,${id}`}`,
  }),
)

export const optimizerPages: Group = {
  id: 'optimizers',
  title: 'Optimizers',
  says: 'A rule that turns gradients into steps. $g_k$ is the gradient of update $k$, after noise, clipping and coupled weight decay.',
  entries,
}
