import { expect, it } from 'vitest'
import { opening } from '../../engine/experiment/opening.ts'
import '../../engine/formula/surface.ts'
import { rotateBy } from './ground.ts'
import { notesOn } from './notes.ts'
import type { Note } from './notes/note.ts'
import { race, ravine } from './race.fixture.ts'

const text = (note: Note) =>
  note
    .map((piece) => {
      if (typeof piece === 'string') return piece
      if ('run' in piece) return piece.run
      return 'step' in piece ? piece.text : piece.math + (piece.sub ?? '')
    })
    .join('')
    .replaceAll('\u2060', '')
const notes = ({ experiment, traces }: ReturnType<typeof race>, hidden?: string[]) =>
  notesOn(experiment, traces, hidden).map(text)

it('opens with the sign limit, and names who is first', () => {
  const said = notes(race(opening()))
  expect(said[0]).toBe(
    'By step 4 rmsprop, adam and sign have left at about 45°: dividing by √E[g²] leaves little but the sign of each slope. sgd keeps the size and drops straight down.',
  )
  expect(said[1]).toBe('First to 1 % of the start’s height: momentum at step 23, then adam at 28.')
})

it('says nothing of the diagonal where the slopes are equal, nor of runs that are hidden', () => {
  expect(notes(ravine([['rmsprop', 0.1]], { parameters: { kappa: 1 }, start: [2, 2] }))).toEqual([])
  expect(notes(race(opening()), ['rmsprop', 'adam', 'sign'])[0]).toMatch(/^First/)
})

it('takes nobody for sign-like who only happens to go that way', () => {
  const said = notes(
    ravine([
      ['sgd', 0.038],
      ['momentum', 0.01],
    ]),
  )
  expect(said.some((one) => one.includes('45°'))).toBe(false)
})

it('says who leaves, and the limit', () => {
  const said = notes(
    ravine([
      ['sgd', 0.05],
      ['adam', 0.2],
    ]),
  )
  expect(said[0]).toMatch(/^sgd leaves the map at step \d+; stable below η = 0\.04, that is 2\/λmax\.$/)
  expect(notes(ravine([['sgd', 0.0401]]))[0]).toMatch(/^sgd is beyond its limit, η = 0\.04 /)
})

it('compares a turned race with the same one unturned', () => {
  const said = notes(race({ ...rotateBy(45)(opening()), steps: 300 }))
  expect(said[0]).toMatch(
    /^Turned by 45°, adam needs \d+ steps to 1 %, unturned 28: .* sgd and momentum do not notice\.$/,
  )
})

it('predicts the floor of noise', () => {
  // Two axes of curvature 1: 2 · η σ²/(2(2 − η)) = η/(2 − η).
  const noisy = ravine([['sgd', 0.1]], { parameters: { kappa: 1 }, noise: 1 }, { steps: 4000 })
  expect(notes(noisy)[0]).toContain('mean loss near 0.0526')
  const losses = Array.from(
    { length: 3800 },
    (_, k) => noisy.traces[0].rows[(k + 200) * noisy.traces[0].layout.stride],
  )
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length
  expect(mean / (0.1 / 1.9)).toBeGreaterThan(0.9)
  expect(mean / (0.1 / 1.9)).toBeLessThan(1.1)
})

it('sees a fixed step bounce by ±η/2', () => {
  const said = notes(ravine([['sign', 0.1]], {}, { steps: 100 }))
  expect(said.at(-1)).toBe(
    'sign does not settle: it bounces by ±η/2 = 0.05 across w1, because its step stays η however small the slope.',
  )
})

it('says that nobody can move where a formula has no value', () => {
  const problem = { surface: 'formula', parameters: { formula: 'log(x) + y^2' } }
  expect(notes(ravine([['sgd', 0.1]], { ...problem, start: [-1, 1] }))[0]).toMatch(/^Nobody can move/)
  expect(notes(ravine([['sgd', 0.1]], { ...problem, start: [1, 1] })).join()).not.toContain('Nobody')
})

it('says how far the slopes of a formula of one’s own agree with finite differences, and where they do not', () => {
  const own = (formula: string) =>
    notes(ravine([['sgd', 0.01]], { surface: 'formula', parameters: { formula } }))
  expect(own('x^2 + 4 y^2 - cos(x y)').pop()).toMatch(
    /^Your formula’s slopes, .* at 25 points of the map to \S+ of the greatest, its curvatures to \S+\.$/,
  )
  // Steps no wider than a grain, steeper than any difference can see.
  expect(own('x^2 + y^2 + sin(1e7 x)/1e3')[0]).toMatch(/^Near \(.*\) the slope of your formula is not/)
  expect(notes(race(opening())).join()).not.toContain('formula')
})

it('is silent about an empty race', () => {
  expect(notes(race({ runs: [] }))).toEqual([])
})
