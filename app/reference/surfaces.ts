import agreement from '../../engine/golden/agreement/surfaces.json'
import { optimizers } from '../../engine/optimizers/index.ts'
import { defaults } from '../../engine/parameters.ts'
import type { Point } from '../../engine/surface.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import '../../engine/formula/surface.ts'
import { plain, tick } from '../drawing/format.ts'
import { difference, type Entry, type Group } from './entry.ts'

const short = (value: number): string => plain(tick(Number(value.toPrecision(4))))
const place = ([x, y]: Point): string => `(${short(x)}, ${short(y)})`
const kinds = { global: 'Minima', local: 'Local minima', saddle: 'Saddles', maximum: 'Maxima' } as const

/** Where the formula has names of its own for the two weights. */
const coordinates: Readonly<Record<string, string>> = { cliff: 'w,b', twoWeight: 'a,b' }

const entries = Object.values(surfaces).map((surface): Entry => {
  const { id, name, summary, formula, parameters, sources, starts } = surface
  const values = defaults(parameters)
  const extrema = surface.extrema(values)
  const [xMin, xMax, yMin, yMax] = surface.domain(values)
  const known = (agreement as Record<string, { points: number; largest: number }>)[id]
  return {
    id,
    title: name[0].toUpperCase() + name.slice(1),
    summary,
    formulas: [formula.startsWith('f(') ? formula : `f(${coordinates[id] ?? 'x,y'})=${formula}`],
    settings: Object.keys(parameters).length > 0 ? [{ parameters }] : [],
    facts: [
      {
        what: 'Map',
        says: `x from ${short(xMin)} to ${short(xMax)}, y from ${short(yMin)} to ${short(yMax)}`,
      },
      ...Object.entries(kinds).flatMap(([kind, what]) => {
        const places = extrema.filter((one) => one.kind === kind).map(({ at }) => place(at))
        return places.length > 0 ? [{ what, says: places.join(', ') }] : []
      }),
      { what: 'Starts', says: starts.map(place).join(', ') },
      {
        what: 'Rates',
        says: Object.entries(surface.rates(values))
          .map(([optimizer, rate]) => `${optimizers[optimizer].name} ${short(rate)}`)
          .join(', '),
      },
    ],
    sources,
    checked: known
      ? `Value, gradient and Hessian are checked in every build against PyTorch at ${known.points} points: the largest relative difference is ${difference(known.largest)}.`
      : 'Gradient and Hessian are checked in every build against differences of the value and of the gradient.',
    link: `v=1&f=${id}&opt=sgd,momentum,rmsprop,adam,sign`,
  }
})

export const surfacePages: Group = {
  id: 'surfaces',
  title: 'Surfaces',
  says: 'A loss of two weights, written $x$ and $y$ here and $w_1$ and $w_2$ in the lab, with its exact gradient and Hessian. Every surface can be turned about its middle.',
  entries,
}
