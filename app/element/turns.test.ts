import { expect, it } from 'vitest'
import { createTurns, type Runner } from './turns.ts'

/** Runners by name that note whether they rest. */
function setUp(names: string) {
  const turns = createTurns(() => 2)
  const resting = new Set(names)
  const runners = Object.fromEntries(
    [...names].map((name): [string, Runner] => [
      name,
      { rest: (is) => void (is ? resting.add(name) : resting.delete(name)) },
    ]),
  )
  for (const runner of Object.values(runners)) turns.join(runner)
  const awake = () => [...names].filter((name) => !resting.has(name)).join('')
  return { turns, runners, awake }
}

it('who wants to compute waits for a turn, in order', () => {
  const { turns, runners, awake } = setUp('abcd')
  for (const name of 'abcd') turns.want(runners[name], 'compute')
  expect(awake()).toBe('ab')
  turns.want(runners.a, 'nothing')
  expect(turns.isRunning(runners.c)).toBe(true)
  turns.leave(runners.d)
  turns.want(runners.b, 'nothing')
  expect(turns.isRunning(runners.d)).toBe(false)
})

it('who plays takes the turn of who has run longest, which goes on later', () => {
  const { turns, runners, awake } = setUp('abc')
  turns.want(runners.a, 'compute')
  turns.want(runners.b, 'play')
  turns.want(runners.c, 'play')
  expect(awake()).toBe('bc')
  turns.want(runners.a, 'compute')
  turns.want(runners.b, 'nothing')
  expect(turns.isRunning(runners.a)).toBe(true)
})

it('who has had a turn and has nothing to do stays awake, to answer at once when it is worked with', () => {
  const { turns, runners, awake } = setUp('abc')
  for (const name of 'abc') {
    turns.want(runners[name], 'compute')
    turns.want(runners[name], 'nothing')
  }
  expect(awake()).toBe('abc')
  for (const name of 'abc') turns.want(runners[name], 'compute')
  expect(awake()).toBe('bc')
})
