import { describe, expect, it } from 'vitest'
import { settingsAt } from './settings.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { plain } from '../drawing/format.ts'
import { columnsOf } from './equationColumns.ts'
import { momentOf } from './moment.ts'
import { race, ravine } from './race.fixture.ts'

/** The lines of a run's equation with the numbers of step k for coordinate i, as text. */
function lines({ experiment, traces }: ReturnType<typeof race>, k: number, i: number): string[] {
  const [run] = experiment.runs
  const { optimizer, hyperparameters } = settingsAt(experiment, run, k)
  const moment = momentOf(experiment, run, traces[0], k)
  return optimizers[optimizer].equation(hyperparameters as never).map((line) =>
    columnsOf(line)
      .map((column) => {
        if (column.kind === 'operator') return column.text
        const value = column.value ? plain(column.value(moment, i)) : ''
        return column.over ? `${plain(column.over(moment, i))}:${value}` : value
      })
      .join(' '),
  )
}

describe('an equation with its numbers', () => {
  it('is RMSProp’s own arithmetic', () => {
    // First slope −5, so E[g²] = 0.1 · 25 and Δw = −0.1 · (−5)/√2.5.
    expect(lines(ravine([['rmsprop', 0.1]]), 1, 0)).toEqual([
      '2.500 = 0.9 · 0 + 0.1 · −5',
      '0.316 = − 0.1:2.500 · −5',
    ])
  })
  it('reads the settings that a change has made', () => {
    const input = {
      runs: [{ optimizer: 'sgd', hyperparameters: { learningRate: 0.01 } }],
      changes: [{ step: 3, path: 'hyperparameters.learningRate', value: 0.02 }],
    }
    expect(lines(race(input), 3, 0)[0]).toContain(' 0.01 ')
    expect(lines(race(input), 4, 0)[0]).toContain(' 0.02 ')
  })
  it('never shows NaN, whatever the optimizer and the step', () => {
    for (const id of Object.keys(optimizers)) {
      const run = ravine([[id, 0.05]], {}, { steps: 40 })
      for (const k of [0, 1, 2, 40])
        for (const i of [0, 1])
          for (const line of lines(run, k, i)) expect(line).not.toMatch(/NaN|undefined|Infinity/)
    }
  })
  it('has operators in plain letters only', () => {
    for (const id of Object.keys(optimizers)) {
      for (const line of lines(ravine([[id, 0.05]]), 5, 0)) expect(line).not.toContain('\\')
    }
  })
  it('puts a negative number in brackets after an operator, not after =', () => {
    const [update] = optimizers.sgd.equation({} as never)
    expect(columnsOf(update).map((column) => column.kind === 'term' && column.inBrackets)).toEqual([
      false,
      false,
      true,
      false,
      true,
    ])
  })
})
