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

const entries = Object.values(optimizers).map(
  ({ id, name, summary, sources, equation, parameters, slots }): Entry => ({
    id,
    title: name,
    summary,
    formulas: equation(defaults(parameters)).map(texOf),
    parameters,
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
