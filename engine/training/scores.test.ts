import { describe, expect, it } from 'vitest'
import { parseText } from '../experiment/text.ts'
import { createRunner } from './runner.ts'
import { read } from './trace.ts'

const look = (link: string, step: number) => {
  const parsed = parseText(link)
  if (!parsed.ok) throw new Error('this is a link')
  const runner = createRunner(parsed.experiment)
  runner.advance(step)
  const probe = { step, runs: [0], parts: ['scores'], map: [2, 2], neuron: 2 } as const
  const { scores } = runner.insides(0, probe)
  if (!scores) throw new Error('no scores')
  return { scores, trace: runner.traces[0] }
}
const mean = (values: Float32Array) => values.reduce((sum, one) => sum + one, 0) / values.length

describe('scores of single examples', () => {
  it.each([
    'data=blobs3&n=300&net=5&opt=adam&steps=40&bn=1',
    'data=moons&n=300&net=5&opt=adam&steps=40&bn=1,population&loss=l2',
    'data=plane&n=300&net=5&opt=adam&steps=40&keep=.8,.8',
  ])('have the mean that was evaluated at the step: %s', (link) => {
    const { scores, trace } = look(link, 40)
    expect(scores.of).toBe('validation')
    expect(scores.predicted).toHaveLength(75)
    expect(mean(scores.divergences)).toBeCloseTo(read(trace, 'validationLoss', 40), 5)
  })

  it('are those of training where nothing is held out', () => {
    const { scores, trace } = look('data=blobs3&n=100&val=0&test=0&opt=sgd&steps=9', 9)
    expect([scores.of, scores.predicted.length]).toEqual(['training', 100])
    expect(mean(scores.divergences)).toBeCloseTo(read(trace, 'trainLoss', 9), 5)
  })
})
