import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import katex from 'katex'
import { describe, expect, test } from 'vitest'
import type { Change } from '../experiment/experiment.ts'
import type { Moment, Optimizer, Term } from '../optimizer.ts'
import { complaint, defaults, type Value } from '../parameters.ts'
import { createRunner } from '../training/runner.ts'
import { read, type Trace } from '../training/trace.ts'
import { optimizers } from './index.ts'
import { start } from './optimizers.fixture.ts'

const all = Object.values(optimizers)
const folder = new URL('./', import.meta.url)
const members = readdirSync(folder).filter((name) => /^(?!index|common)\w+\.ts$/.test(name))

/** Every combination of an optimizer's toggles and choices, and of what it switches off at 0 being on. */
function variants({ parameters }: Optimizer): Record<string, Value>[] {
  const switchable = ['momentum', 'dampening', 'weightDecay', 'lrDecay']
  return Object.entries(parameters).reduce<Record<string, Value>[]>(
    (so, [name, parameter]) => {
      let values: Value[] = []
      if (parameter.kind === 'toggle') values = [true, false]
      if (parameter.kind === 'choice') values = Object.keys(parameter.options)
      if (switchable.includes(name)) values = [0, 0.3]
      return values.length === 0
        ? so
        : so.flatMap((one) => values.map((value) => ({ ...one, [name]: value })))
    },
    [{}],
  )
}

function runOnRavine({ id, parameters }: Optimizer, options: Record<string, Value>, steps: number): Trace {
  const hyperparameters = { ...defaults(parameters), learningRate: 0.01, ...options }
  const runner = createRunner({
    version: 1,
    seed: 1,
    problem: {
      kind: 'surface',
      surface: 'ravine',
      parameters: { kappa: 10 },
      rotation: 30,
      start: [-5, 2],
      noise: 1,
    },
    steps,
    runs: [
      {
        id: 'run',
        optimizer: id,
        hyperparameters,
        schedule: { kind: 'exponential', factor: 0.9 },
        clipping: { kind: 'none' },
        weightDecay: 0,
        problem: {},
      },
    ],
    changes: [],
  })
  runner.advance(steps)
  return runner.traces[0]
}

function momentAt(
  trace: Trace,
  k: number,
  { parameters }: Optimizer,
  options: Record<string, Value>,
): Moment {
  return {
    k,
    rate: read(trace, 'rate', k),
    hyper: { ...defaults(parameters), learningRate: 0.01, ...options } as never,
    now: (channel, i) => read(trace, channel, k, i),
    before: (channel, i) => read(trace, channel, k - 1, i),
  }
}

/** The number that a term stands for, as its form says. */
function worth({ value, form = 'plain', over }: Term, at: Moment, i: number): number {
  const x = value?.(at, i) ?? NaN
  const y = over?.(at, i) ?? NaN
  return { plain: x, square: x * x, root: Math.sqrt(x), over: y / x, overRoot: y / Math.sqrt(x) }[form]
}

const tex = (part: Term | string) => (typeof part === 'string' ? part : part.tex)

describe('the registry', () => {
  test('lists every file of the folder, under its name', () => {
    expect(Object.keys(optimizers).sort()).toEqual(members.map((name) => name.replace('.ts', '')).sort())
  })

  test.each(members)('%s imports no other member', (name) => {
    const imports = readFileSync(new URL(name, folder), 'utf8').matchAll(/from '\.\/(\w+)\.ts'/g)
    expect([...imports].map(([, from]) => from)).toEqual(['common'])
  })

  test('a channel has one size, whichever optimizer writes it, and no name that the trace has already', () => {
    const sizes: Record<string, string> = Object.fromEntries(
      ['loss', 'w', 'gradient', 'rate', 'g', 'update'].map((name) => [name, 'taken by the trace']),
    )
    for (const { id, slots, readings } of all) {
      const mine = [
        ...Object.entries(slots).map(([name, { size = 'parameter' }]) => [name, size] as const),
        ...Object.keys(readings).map((name) => [name, 'parameter'] as const),
      ]
      expect(new Set(mine.map(([name]) => name)).size, id).toBe(mine.length)
      for (const [name, size] of mine) expect((sizes[name] ??= size), `${id}.${name}`).toBe(size)
    }
  })
})

describe.each(all.map((one) => [one.id, one] as const))('%s', (_id, optimizer) => {
  test('its defaults are in range', () => {
    expect(optimizer.parameters).toHaveProperty('learningRate')
    for (const [name, parameter] of Object.entries(optimizer.parameters))
      expect(complaint(parameter, parameter.default), name).toBeUndefined()
  })

  test('its link keys are distinct, and none is garbled where & begins an HTML entity', () => {
    const keys = Object.entries(optimizer.parameters).map(([name, { key = name }]) => key)
    expect(new Set(keys).size).toBe(keys.length)
    const entities =
      'aacute acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc ' +
      'egrave eth euml frac gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ' +
      'ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup szlig thorn times uacute ' +
      'ucirc ugrave uml uuml yacute yen yuml'
    for (const key of keys) {
      const entity = entities.split(' ').find((name) => key.toLowerCase().startsWith(name))
      expect(entity, key).toBeUndefined()
    }
  })

  test('two runs side by side do not disturb each other', () => {
    const slope = (w: Float64Array) => [w[0], 10 * w[1]]
    const alone = start(optimizer, {}, [-5, 2], slope)
    const path = Array.from({ length: 20 }, () => alone.step())
    const [one, two] = [start(optimizer, {}, [-5, 2], slope), start(optimizer, {}, [3, 1], slope)]
    const beside = Array.from({ length: 20 }, () => {
      two.step()
      return one.step()
    })
    expect(beside).toEqual(path)
  })

  test('switched to late, it goes on as if the run began there', () => {
    const problem = {
      kind: 'surface',
      surface: 'ravine',
      parameters: { kappa: 10 },
      rotation: 30,
      noise: 0,
    } as const
    const run = (id: string, from: readonly [number, number], steps: number, changes: readonly Change[]) => {
      const runner = createRunner({
        version: 1,
        seed: 1,
        problem: { ...problem, start: from },
        steps,
        runs: [
          {
            id: 'run',
            optimizer: id,
            hyperparameters: defaults(optimizers[id].parameters),
            schedule: { kind: 'constant' },
            clipping: { kind: 'none' },
            weightDecay: 0,
            problem: {},
          },
        ],
        changes,
      })
      runner.advance(steps)
      const [trace] = runner.traces
      return (step: number) => [read(trace, 'w', step, 0), read(trace, 'w', step, 1)] as const
    }
    const late = run('momentum', [-5, 2], 40, [{ step: 20, path: 'optimizer', value: optimizer.id }])
    const fresh = run(optimizer.id, late(20), 20, [])
    // A switch to the same optimizer is none.
    if (optimizer.id === 'momentum') expect(late(40)).not.toEqual(fresh(20))
    else expect(late(40)).toEqual(fresh(20))
  })

  test('it leaves the gradient as it found it', () => {
    for (const options of variants(optimizer)) {
      const { update, step } = start(optimizer, options, [-5, 2], (w) => [w[0] + 0.1, 10 * w[1]])
      const { update: rule } = optimizer
      const before = [-4.9, 20]
      step()
      expect([...update.gradient]).toEqual(before)
      update.gradient.set(before)
      rule(update)
      expect([...update.gradient]).toEqual(before)
    }
  })

  test('permuting the coordinates permutes the path', () => {
    const spread = fc.double({ min: -10, max: 10, noNaN: true })
    const coordinates = fc.array(fc.tuple(spread, fc.double({ min: 0.1, max: 10, noNaN: true })), {
      minLength: 2,
      maxLength: 6,
    })
    const cases = coordinates.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list.keys()], { minLength: list.length })),
    )
    fc.assert(
      fc.property(cases, ([list, order]) => {
        const follow = (of: readonly (readonly [number, number])[]) => {
          const from = of.map(([at]) => at)
          const run = start(optimizer, {}, from, (w) => of.map(([, curvature], i) => curvature * w[i]))
          for (let k = 0; k < 8; k++) run.step()
          return [...run.w]
        }
        const path = follow(list)
        expect(follow(order.map((i) => list[i]))).toEqual(order.map((i) => path[i]))
      }),
      { numRuns: 50 },
    )
  })

  test('at its default rate it descends a bowl', () => {
    const { w, step } = start(optimizer, {}, [-5, 2], (at) => [...at])
    for (let k = 0; k < 1000; k++) step()
    expect(w[0] * w[0] + w[1] * w[1]).toBeLessThan(0.01 * 29)
  })

  test('every symbol of its sheet is TeX that KaTeX accepts, in three lines at most', () => {
    for (const options of variants(optimizer)) {
      const lines = optimizer.equation({ ...defaults(optimizer.parameters), ...options } as never)
      expect(lines.length).toBeLessThanOrEqual(3)
      for (const part of lines.flat())
        expect(katex.renderToString(tex(part), { strict: 'error' })).toContain('<math')
    }
    const symbols = [...Object.values(optimizer.slots), ...Object.values(optimizer.readings)]
    for (const { symbol } of symbols)
      expect(katex.renderToString(symbol, { strict: 'error' })).toContain('<math')
    for (const parameter of Object.values(optimizer.parameters))
      if (parameter.kind === 'number')
        expect(katex.renderToString(parameter.symbol, { strict: 'error' })).toContain('<math')
  })

  test('its sheet is true: each line, worked out from the numbers under it, comes out even', () => {
    const operators: readonly (readonly [RegExp, string])[] = [
      [/\\cdot/g, '*'],
      [/\\max/g, 'Math.max'],
      [/\\operatorname\{clip\}/g, 'clip'],
      [/\\;/g, ''],
    ]
    for (const options of variants(optimizer)) {
      const trace = runOnRavine(optimizer, options, 12)
      for (const k of [1, 2, 7, 12]) {
        const at = momentAt(trace, k, optimizer, options)
        for (const [left, ...right] of optimizer.equation(at.hyper))
          for (const i of [0, 1]) {
            const numbers = right.filter((part) => typeof part !== 'string').map((term) => worth(term, at, i))
            let n = 0
            const expression = right
              .map((part) => (typeof part === 'string' ? part : `(${numbers[n++]})`))
              .join(' ')
              .replace(/^=/, '')
            const script = operators.reduce((text, [from, to]) => text.replace(from, to), expression)
            const { stepMin = 0, stepMax = 0 } = at.hyper as Readonly<Record<string, number>>
            const clip = (x: number) => Math.min(stepMax, Math.max(stepMin, x))
            const result = new Function('clip', `return ${script}`)(clip) as number
            const expected = worth(left as Term, at, i)
            const where = `${JSON.stringify(options)} k=${k}: ${tex(left)} = ${expression}`
            expect(Number.isFinite(result), where).toBe(true)
            expect(Math.abs(result - expected), where).toBeLessThan(1e-12 * (1 + Math.abs(expected)))
          }
      }
    }
  })

  test('its effective step is what multiplies its first moment, or the gradient where it keeps none', () => {
    for (const options of variants(optimizer)) {
      // Nesterov's buffer and RMSProp's momentum come after the scaling.
      if (optimizer.id === 'nesterov' && options.form === 'buffer') continue
      if (optimizer.id === 'rmsprop' && options.momentum !== 0) continue
      const trace = runOnRavine(
        optimizer,
        { ...options, ...('weightDecay' in options && { weightDecay: 0 }) },
        12,
      )
      const moment = 'firstMoment' in optimizer.readings ? 'firstMoment' : 'g'
      for (const k of [1, 2, 7, 12])
        for (const i of [0, 1]) {
          const product = -read(trace, 'effectiveStep', k, i) * read(trace, moment, k, i)
          const where = `${JSON.stringify(options)} k=${k}`
          expect(Math.abs(product - read(trace, 'update', k, i)), where).toBeLessThan(1e-12)
        }
    }
  })
})
