import { afterEach, describe, expect, test } from 'vitest'
import { allReleased, finishAfter, network, tracesOf, whole } from './networks.fixture.ts'
import { createRunner, revisit } from './runner.ts'
import { read } from './trace.ts'

afterEach(allReleased)

describe('early stopping', () => {
  const overfitting = (patience: number, changes: object[] = []) =>
    network(
      {
        data: { kind: 'moons', count: 120, noise: 0.3 },
        labelNoise: 0.2,
        hidden: [16, 16],
        batch: 0,
        patience,
      },
      { steps: 400, changes },
    )

  test('ends a run and keeps the best weights', () => {
    const one = overfitting(30)
    const runner = whole(one)
    const [trace] = runner.traces
    const { step, best } = trace.finished!
    expect(trace.stopped).toBeUndefined()
    expect(trace.length).toBe(step + 1)
    expect(step).toBe(best + 30)
    const losses = Array.from({ length: step + 1 }, (_, k) => read(trace, 'validationLoss', k))
    expect(best).toBe(losses.indexOf(Math.min(...losses.slice(1))))
    const { w } = runner.checkpoint().runs[0]
    const there = finishAfter(revisit(overfitting(0), [], best), (other) => other.checkpoint().runs[0])
    expect(w).toEqual(there.w)
    runner.release()
  })

  test('is resumed as it was', () => {
    const one = overfitting(30)
    const straight = finishAfter(whole(one), (runner) => runner.checkpoint())
    for (const step of [20, straight.runs[0].finished!.step, 390]) {
      const checkpoint = finishAfter(revisit(one, [], step), (runner) => runner.checkpoint())
      const resumed = createRunner(one, structuredClone(checkpoint))
      resumed.advance(one.steps)
      expect(finishAfter(resumed, (runner) => runner.checkpoint())).toEqual(straight)
    }
  })

  test('can be switched on late, and counts from then on', () => {
    const late = overfitting(0, [{ step: 150, path: 'problem.patience', value: 5 }])
    const [{ finished }] = tracesOf(late)
    expect(finished!.best).toBeGreaterThan(150)
  })
})
