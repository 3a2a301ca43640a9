import { read } from '../../../engine/training/trace.ts'
import { at, names, type Racer, type Rule } from './note.ts'

/** Whether the rule scales each slope by its own size, so that it may leave along the diagonal for that reason. */
const scalesEach = ({ trace }: Racer) =>
  [1, 2].some((k) => read(trace, 'effectiveStep', k, 0) !== read(trace, 'effectiveStep', k, 1))

/** Degrees of a direction from the w₁ axis, 0 to 90. */
const steepness = (x: number, y: number) => (Math.atan2(Math.abs(y), Math.abs(x)) * 180) / Math.PI
/** Early enough that all still do what they set out to do. */
const EARLY = 4

interface Departure extends Racer {
  angle: number
  /** Length as the crow flies over the length of the path: 1 is straight. */
  straightness: number
  /** Of the first update. */
  first: number
}
function departure(racer: Racer, k: number): Departure {
  const { trace } = racer
  const move = (from: number, to: number) =>
    [0, 1].map((i) => read(trace, 'w', to, i) - read(trace, 'w', from, i))
  const [x, y] = move(0, k)
  let length = 0
  for (let j = 1; j <= k; j++) length += Math.hypot(...move(j - 1, j))
  const [x1, y1] = move(0, 1)
  return {
    ...racer,
    angle: steepness(x, y),
    straightness: Math.hypot(x, y) / length,
    first: steepness(x1, y1),
  }
}

/** How a move looks on the map, by its larger part. */
const course = (x: number, y: number) => {
  if (Math.abs(y) > Math.abs(x)) return y < 0 ? 'drops straight down' : 'goes straight up'
  return `goes straight to the ${x < 0 ? 'left' : 'right'}`
}

/** The sign limit: where the slopes differ, some leave along the diagonal all the same. */
export const diagonal: Rule = ({ racers }) => {
  const started = racers.filter(({ trace }) => trace.length > EARLY)
  if (started.length === 0) return undefined
  const [gx, gy] = [0, 1].map((i) => read(started[0].trace, 'gradient', 0, i))
  const slope = steepness(gx, gy)
  // With slopes of one size everybody leaves along the diagonal.
  if (Math.abs(slope - 45) < 15) return undefined
  const departures = started.map((racer) => departure(racer, EARLY))
  const diagonals = departures.filter(
    (one) => scalesEach(one) && Math.abs(one.angle - 45) <= 10 && one.straightness > 0.97,
  )
  if (diagonals.length === 0) return undefined
  const divides = diagonals.some(({ trace }) => 'secondMoment' in trace.layout.channels)
  const direct = departures.find(({ first, run }) => run.optimizer === 'sgd' && Math.abs(first - slope) < 5)
  const steep = Math.abs(slope - 45) > 25
  const way = direct && course(read(direct.trace, 'update', 1, 0), read(direct.trace, 'update', 1, 1))
  return [
    'By ',
    at(EARLY),
    ' ',
    ...names(diagonals),
    diagonals.length > 1 ? ' have left at about 45°: ' : ' has left at about 45°: ',
    ...(divides
      ? (['dividing by √', { math: 'E[g²]' }, ' leaves little but the sign of each slope.'] as const)
      : ['only the sign of each slope counts.']),
    ...(direct && steep ? [' ', direct.name, ` keeps the size and ${way}.`] : []),
  ]
}
