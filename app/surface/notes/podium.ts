import { stepsToOnePercent } from '../facts.ts'
import { at, type Rule } from './note.ts'

/** Who is first, and who follows. */
export const podium: Rule = ({ posed, racers }) => {
  const arrived = racers
    .map((racer) => ({ ...racer, step: stepsToOnePercent(racer.trace, posed.floor) }))
    .filter((racer): racer is typeof racer & { step: number } => racer.step !== undefined && racer.step > 0)
    .sort((a, b) => a.step - b.step)
  if (arrived.length === 0 || racers.length < 2) return undefined
  const [first, second] = arrived
  return [
    'First to 1 % of the start’s height: ',
    first.name,
    ' at ',
    at(first.step),
    ...(second ? [', then ', second.name, ' at ', at(second.step, String(second.step))] : []),
    '.',
  ]
}
