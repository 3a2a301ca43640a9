import { leavesMap } from '../facts.ts'
import { stabilityLimit } from '../stability.ts'
import { at, eta, names, type Piece, type Rule, short } from './note.ts'

/** `2/λmax` with its index lowered, and without a break in it. */
const formula = (reason: string): Piece[] =>
  reason.split('λmax').flatMap((part, i): Piece[] => {
    const text = part.replaceAll('/', '/\u2060')
    return i === 0 ? [text] : [{ math: 'λ', sub: 'max' }, text]
  })

/** A run that leaves, when, and the limit it is beyond. */
export const leaving: Rule = ({ experiment, posed, racers }) => {
  const gone = racers
    .map((racer) => ({ ...racer, step: leavesMap(racer.trace, posed.domain) }))
    .filter((racer) => racer.step !== undefined)
    .sort((a, b) => a.step! - b.step!)
  if (gone.length === 0) return undefined
  const pieces: Piece[] = [
    ...names(gone),
    ' ',
    gone.length > 1 ? 'leave the map, first at ' : 'leaves the map at ',
    at(gone[0].step!, `step ${gone[0].step}`),
  ]
  const blamed = gone.find(({ run }) => {
    const limit = stabilityLimit(experiment, run)
    return limit && (run.hyperparameters.learningRate as number) > limit.eta
  })
  if (!blamed) return [...pieces, '.']
  const { eta: limit, reason, isExact } = stabilityLimit(experiment, blamed.run)!
  return [
    ...pieces,
    '; ',
    ...(gone.length > 1 ? [blamed.name, ' is '] : []),
    isExact ? 'stable below ' : 'near the minimum stable below ',
    eta,
    ` = ${short(limit)}, that is `,
    ...formula(reason),
    '.',
  ]
}

/** Beyond the limit, though not yet out of sight. */
export const growing: Rule = ({ experiment, posed, racers }) => {
  for (const { run, trace, name } of racers) {
    const limit = stabilityLimit(experiment, run)
    const rate = run.hyperparameters.learningRate as number
    if (!limit?.isExact || rate <= limit.eta || leavesMap(trace, posed.domain) !== undefined) continue
    return [
      name,
      ' is beyond its limit, ',
      eta,
      ` = ${short(limit.eta)} (`,
      ...formula(limit.reason),
      '): each swing is wider than the last.',
    ]
  }
  return undefined
}
