import { describe, expect, it } from 'vitest'
import type { Experiment } from '../../engine/experiment/experiment.ts'
import { parseExperiment } from '../../engine/experiment/parse.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import { createRunner } from '../../engine/training/runner.ts'
import { makeLayout, makeTrace, reserve, type Trace } from '../../engine/training/trace.ts'
import { canPlot, floorOf, plottable, records } from './common.ts'
import { effectiveStep } from './effectiveStep.ts'
import { panels } from './index.ts'
import { loss } from './loss.ts'
import { secondMoment } from './secondMoment.ts'
import { evenness, signLikeness, signShare } from './signLikeness.ts'

function race(optimizers: readonly string[], more: object = {}): Experiment {
  const parsed = parseExperiment({
    version: 1,
    seed: 1,
    problem: { kind: 'surface', surface: 'ravine', parameters: { kappa: 10 }, start: [-3, 2] },
    steps: 4,
    runs: optimizers.map((optimizer) => ({ optimizer, hyperparameters: { learningRate: 0.1 } })),
    ...more,
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.experiment
}

function traces(experiment: Experiment): readonly Trace[] {
  const runner = createRunner(experiment)
  runner.advance(experiment.steps)
  return runner.traces
}

/** A trace of two parameters with these updates, all at one rate. */
function moved(updates: readonly (readonly [number, number])[], rate: number): Trace {
  const trace = makeTrace(makeLayout({ rate: 1, update: 2 }))
  const rows = [[NaN, NaN], ...updates]
  reserve(trace, rows.length)
  rows.forEach((row, k) => trace.rows.set([k === 0 ? NaN : rate, ...row], 3 * k))
  trace.length = rows.length
  return trace
}

describe('every panel', () => {
  it.each(panels)('$id plots numbers of every optimizer that records what it needs', (panel) => {
    const experiment = race(Object.keys(optimizers).slice(0, 8))
    const rows = traces(experiment)
    experiment.runs.forEach((run, n) => {
      for (const form of panel.forms) {
        if (!canPlot(experiment, run, form)) continue
        const value = form.series(experiment, run)(rows[n], 4, 1)
        expect(value, run.id).not.toBeNaN()
      }
    })
  })

  it.each(panels)('$id teaches something about a run it has nothing of', ({ absent }) => {
    for (const run of race(['sgd', 'sign', 'adam']).runs) expect(absent(run)).toMatch(/\w\.$/)
  })

  it('has an id of its own', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
  })
})

describe('which runs have what', () => {
  it('follows slots, readings and what every run records', () => {
    const experiment = race(['sgd', 'adam'])
    const [sgd, adam] = experiment.runs
    expect(records(experiment, sgd, 'loss')).toBe(true)
    expect(records(experiment, sgd, 'secondMoment')).toBe(false)
    expect(records(experiment, adam, 'secondMoment')).toBe(true)
    expect(records(experiment, adam, 'v')).toBe(true)
    expect(plottable(secondMoment, 0, experiment, experiment.runs)).toEqual([adam])
  })

  it('counts an optimizer that a run is switched to', () => {
    const experiment = race(['sgd'], { changes: [{ step: 2, path: 'optimizer', value: 'adam' }] })
    expect(records(experiment, experiment.runs[0], 'secondMoment')).toBe(true)
  })

  it('leaves rules that divide by the slope itself out of the effective step', () => {
    const experiment = race(['sgd', 'rmsprop', 'sign'])
    const ids = plottable(effectiveStep, 0, experiment, experiment.runs).map(({ id }) => id)
    expect(ids).toEqual(['sgd', 'rmsprop'])
  })
})

describe('loss', () => {
  it('is the height over the least value of the surface', () => {
    const deep = Object.values(surfaces).find((one) => one.floor(defaultsOf(one.parameters)) !== 0)
    if (!deep) return
    const [x, y] = deep.starts[0]
    const experiment = race(['sgd'], { problem: { kind: 'surface', surface: deep.id, start: [x, y] } })
    const [trace] = traces(experiment)
    const floor = floorOf(experiment)
    expect(floor).not.toBe(0)
    const series = loss.forms[0].series(experiment, experiment.runs[0])
    expect(series(trace, 0, 0)).toBe(trace.rows[0] - floor)
  })
})

const defaultsOf = (parameters: Readonly<Record<string, { default: unknown }>>) =>
  Object.fromEntries(Object.entries(parameters).map(([name, one]) => [name, one.default])) as never

describe('second moment', () => {
  it('is v̂ first, v when asked for', () => {
    const experiment = race(['adam'])
    const [trace] = traces(experiment)
    const [corrected, kept] = secondMoment.forms.map((form) => form.series(experiment, experiment.runs[0]))
    expect(kept(trace, 1, 0)).toBeCloseTo(0.001 * corrected(trace, 1, 0), 9)
    expect(corrected(trace, 1, 0)).toBeCloseTo(9, 9)
    expect(secondMoment.dots?.(trace, 1, 0)).toBe(9)
    expect(secondMoment.differs?.(experiment.runs[0])).toBe(true)
  })

  it('says what a rule without one does instead', () => {
    const [momentum] = race(['momentum']).runs
    expect(secondMoment.absent(momentum)).toBe('Momentum keeps none: every weight takes the same η = 0.1.')
  })
})

describe('sign-likeness', () => {
  it('is |Δw| in units of the rate', () => {
    const trace = moved([[0.1, -0.05]], 0.1)
    const experiment = race(['sgd'])
    const series = signLikeness.forms[0].series(experiment, experiment.runs[0])
    expect(series(trace, 1, 0)).toBeCloseTo(1)
    expect(series(trace, 1, 1)).toBeCloseTo(0.5)
    expect(series(trace, 0, 0)).toBeNaN()
  })

  it('φ is 1 when all coordinates move equally far, 1/n when one does', () => {
    const trace = moved(
      [
        [0.3, -0.3],
        [0, 0.2],
        [0.1, 0.2],
        [0, 0],
      ],
      0.1,
    )
    expect(evenness(trace, 1)).toBeCloseTo(1)
    expect(evenness(trace, 2)).toBeCloseTo(0.5)
    expect(evenness(trace, 3)).toBeCloseTo(0.09 / (2 * 0.05))
    expect(evenness(trace, 4)).toBeNaN()
  })

  it('counts coordinates within a tenth of η over all updates so far', () => {
    const trace = moved(
      [
        [0.1, -0.105],
        [0.1, 0.2],
        [0.02, 0.0901],
      ],
      0.1,
    )
    expect(signShare(trace, 2)).toBe(0.75)
    expect(signShare(trace, 1)).toBe(1)
    expect(signShare(trace, 3)).toBeCloseTo(4 / 6)
    expect(signShare(trace, 0)).toBeNaN()
  })
})
