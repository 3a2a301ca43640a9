/** Edits of the ground that is raced on: which surface, how it is shaped and turned, where the race starts. */
import { surfaceOf } from '../../engine/experiment/kinds.ts'
import type { Experiment, SurfaceProblem } from '../../engine/experiment/experiment.ts'
import { defaultStart } from '../../engine/experiment/surfaceProblem.ts'
import { defaults, type Value } from '../../engine/parameters.ts'
import type { Domain, Point } from '../../engine/surface.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import { poseSurface, rotate } from '../../engine/training/surfaceObjective.ts'
import { fairRates } from './rates.ts'
import type { Edit } from './edits.ts'

const editProblem = (experiment: Experiment, change: Partial<SurfaceProblem>): Experiment => ({
  ...experiment,
  problem: { ...surfaceOf(experiment), ...change },
})

/** Starts of their own are places on the old ground. */
const withoutStarts = ({ runs }: Experiment): Experiment['runs'] =>
  runs.map(({ problem: { start: _, ...problem }, ...run }) => ({ ...run, problem }))

/** Another surface: unturned, with its own parameters, its first start, and the rates picked for it. */
export const setSurface =
  (id: string): Edit =>
  (experiment) => {
    const surface = surfaces[id]
    const parameters = defaults(surface.parameters)
    return fairRates({
      ...editProblem(experiment, {
        surface: id,
        parameters,
        rotation: 0,
        start: defaultStart(surface, parameters, 0),
      }),
      runs: withoutStarts(experiment),
    })
  }

const isNear = (a: Point, b: Point) => a.every((x, i) => Math.abs(x - b[i]) < 1e-8)

/** A place on the map that is nearest to a point. */
const ontoMap = ([x, y]: Point, [xMin, xMax, yMin, yMax]: Domain): Point => [
  Math.max(xMin, Math.min(xMax, x)),
  Math.max(yMin, Math.min(yMax, y)),
]

/** A surface whose shape changes takes a start that was the usual one along, and none is left off the map. */
export const setSurfaceParameter =
  (name: string, value: Value): Edit =>
  (experiment) => {
    const problem = surfaceOf(experiment)
    const surface = surfaces[problem.surface]
    const parameters = { ...problem.parameters, [name]: value }
    const isUsual = isNear(problem.start, defaultStart(surface, problem.parameters, problem.rotation))
    const start = isUsual ? defaultStart(surface, parameters, problem.rotation) : problem.start
    const { domain } = poseSurface({ ...problem, parameters })
    return editProblem(experiment, { parameters, start: ontoMap(start, domain) })
  }

export const setStart =
  (start: Point): Edit =>
  (experiment) =>
    editProblem(experiment, { start })

/** Turning there and back ends on the same digits. */
const tidy = (x: number) => {
  const short = Number(x.toFixed(6))
  return (Math.abs(x - short) < 1e-8 ? short : Number(x.toFixed(10))) + 0
}

/** Turns the surface to `rotation` degrees, and every start with it, so that the race is the same race, turned. */
export const setRotation =
  (rotation: number): Edit =>
  (experiment) => {
    const { runs } = experiment
    const problem = surfaceOf(experiment)
    const surface = surfaces[problem.surface]
    const pivot = surface.pivot(problem.parameters as never)
    const turn = (start: Point): Point => {
      if (isNear(start, defaultStart(surface, problem.parameters, problem.rotation))) {
        return defaultStart(surface, problem.parameters, rotation)
      }
      const [x, y] = rotate(start, pivot, rotation - problem.rotation)
      return [tidy(x), tidy(y)]
    }
    return {
      ...editProblem(experiment, { rotation, start: turn(problem.start) }),
      runs: runs.map((run) =>
        run.problem.start ? { ...run, problem: { ...run.problem, start: turn(run.problem.start) } } : run,
      ),
    }
  }

export const rotateBy =
  (degrees: number): Edit =>
  (experiment) =>
    setRotation(surfaceOf(experiment).rotation + degrees)(experiment)
