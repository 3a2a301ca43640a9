import { surfaceOf } from '../../../engine/experiment/kinds.ts'
import { createRunner } from '../../../engine/training/runner.ts'
import { stepsToOnePercent } from '../facts.ts'
import { rotateBy } from '../ground.ts'
import { at, names, type Rule, short } from './note.ts'

const isTurned = (degrees: number) => degrees % 90 !== 0
/** Longer races are not run a second time for a note. */
const REPEATABLE = 2000

/** Scaling each coordinate by itself depends on the axes: the same race unturned, for comparison. */
export const turned: Rule = ({ experiment, posed, racers }) => {
  const { steps } = experiment
  const problem = surfaceOf(experiment)
  if (!isTurned(problem.rotation) || problem.noise > 0 || steps > REPEATABLE) return undefined
  const runner = createRunner(rotateBy(-problem.rotation)(experiment))
  runner.advance(steps)
  const compared = racers
    .map((racer) => {
      const straight = runner.traces[experiment.runs.indexOf(racer.run)]
      return {
        ...racer,
        now: stepsToOnePercent(racer.trace, posed.floor),
        then: stepsToOnePercent(straight, posed.floor),
      }
    })
    .filter(({ then }) => then !== undefined)
  const slower = compared
    .filter(({ now, then }) => (now ?? Infinity) > 1.3 * then!)
    .sort((a, b) => (b.now ?? Infinity) / b.then! - (a.now ?? Infinity) / a.then!)[0]
  const same = compared.filter(({ now, then }) => now !== undefined && Math.abs(now - then!) <= 1)
  if (!slower) return undefined
  return [
    `Turned by ${short(problem.rotation)}°, `,
    slower.name,
    slower.now === undefined ? ' does not reach 1 %' : ' needs ',
    ...(slower.now === undefined ? [] : [at(slower.now, `${slower.now} steps`), ' to 1 %']),
    `, unturned ${slower.then}: it scales axes, and the valley lies along none.`,
    ...(same.length > 0
      ? [' ', ...names(same), same.length > 1 ? ' do not notice.' : ' does not notice.']
      : []),
  ]
}
