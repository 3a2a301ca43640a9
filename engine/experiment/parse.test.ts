import { surfaceOf } from './kinds.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaults } from '../parameters.ts'
import { optimizers } from '../optimizers/index.ts'
import { limits } from './experiment.ts'
import { experiments } from './experiments.fixture.ts'
import { opening } from './opening.ts'
import { parseExperiment } from './parse.ts'
import { issueText } from './reader.ts'

const issuesOf = (input: unknown): string[] => {
  const parsed = parseExperiment(input)
  return parsed.ok ? [] : parsed.issues.map(issueText)
}
const parse = (input: unknown) => {
  const parsed = parseExperiment(input)
  if (!parsed.ok) throw new Error(parsed.issues.map(issueText).join('\n'))
  return parsed.experiment
}
const run = (fields: object) => ({ runs: [{ optimizer: 'rmsprop', ...fields }] })

describe('an experiment', { timeout: 30_000 }, () => {
  it('is complete when nothing is given', () => {
    expect(parse({})).toEqual({
      version: 1,
      seed: 1,
      problem: {
        kind: 'surface',
        surface: 'ravine',
        parameters: { kappa: 50 },
        rotation: 0,
        start: [-5, 2],
        noise: 0,
      },
      steps: 60,
      runs: [],
      changes: [],
    })
    expect(parse(run({})).runs).toEqual([
      {
        id: 'rmsprop',
        optimizer: 'rmsprop',
        hyperparameters: defaults(optimizers.rmsprop.parameters),
        schedule: { kind: 'constant' },
        clipping: { kind: 'none' },
        weightDecay: 0,
        problem: {},
      },
    ])
  })

  it('is its own reading, and survives JSON', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        expect(parse(experiment)).toEqual(experiment)
        expect(parse(JSON.parse(JSON.stringify(experiment)))).toEqual(experiment)
      }),
      { numRuns: 150 },
    )
  })

  it('takes undefined fields as left out, and −0 as 0', () => {
    expect(surfaceOf(parse({ seed: undefined, problem: { start: [-0, 1] } })).start).toEqual([0, 1])
  })

  it('shares nothing with its input', () => {
    const start = [1, 2]
    const experiment = parse({ problem: { start } })
    start[0] = NaN
    expect(surfaceOf(experiment).start).toEqual([1, 2])
  })

  it('gives a default id to each run without one, whatever the others took', () => {
    const runs = [{}, { id: 'adam' }, {}, { id: 'adam-3' }, {}].map((one) => ({ optimizer: 'adam', ...one }))
    expect(parse({ runs }).runs.map(({ id }) => id)).toEqual(['adam-2', 'adam', 'adam-4', 'adam-3', 'adam-5'])
  })

  it('opens with five rules in the ravine', () => {
    expect(opening().runs.map(({ id }) => id)).toEqual(['sgd', 'momentum', 'rmsprop', 'adam', 'sign'])
  })
})

describe('what is wrong is told with its place', () => {
  it.each([
    [{ seed: -1 }, 'seed: found -1, expected a whole number from 0 to 4294967295'],
    [{ seed: 1.5 }, 'seed: found 1.5, expected a whole number from 0 to 4294967295'],
    [{ seed: '1' }, 'seed: found "1", expected a whole number from 0 to 4294967295'],
    [{ seed: null }, 'seed: found null, expected a whole number from 0 to 4294967295'],
    [{ steps: limits.steps + 1 }, 'steps: found 20001, expected a whole number from 1 to 20000'],
    [
      { sed: 1 },
      'sed: found an unknown field, expected one of version, seed, problem, steps, runs, changes; did you mean seed?',
    ],
    [{ version: 2 }, 'version: found 2, expected 1'],
    [{ version: '1' }, 'version: found "1", expected 1'],
    [{ problem: { noise: NaN } }, 'problem.noise: found NaN, expected a number from 0 to 1000'],
    [
      { problem: { start: [1, Infinity] } },
      'problem.start.1: found Infinity, expected a number from -1000000 to 1000000',
    ],
    [{ problem: { start: [1] } }, 'problem.start: found a list of 1, expected a list of two numbers'],
    [
      { problem: { parameters: { kappa: 0 } } },
      'problem.parameters.kappa: found 0, expected a number from 1 to 10000',
    ],
    [{ problem: [] }, 'problem: found a list of 0, expected an object'],
    [
      { problem: { kind: 'netwrk' } },
      'problem.kind: found "netwrk", expected one of surface, network; did you mean network?',
    ],
    [{ runs: {} }, 'runs: found an object, expected a list of at most 8 runs'],
    [
      { runs: Array(9).fill({ optimizer: 'sgd' }) },
      'runs: found a list of 9, expected a list of at most 8 runs',
    ],
    [
      {
        runs: [
          { optimizer: 'sgd', id: 'a' },
          { optimizer: 'sgd', id: 'a' },
        ],
      },
      'runs.1.id: found "a", expected an id that no other run has',
    ],
    [
      run({ hyperparameters: { decay: 1.5 } }),
      'runs.0.hyperparameters.decay: found 1.5, expected a number from 0 to 0.999999',
    ],
    [
      run({ hyperparameters: { centered: 1 } }),
      'runs.0.hyperparameters.centered: found 1, expected true or false',
    ],
    [
      run({ schedule: { kind: 'step', size: 0 } }),
      'runs.0.schedule.size: found 0, expected a whole number from 1 to 20000',
    ],
    [run({ schedule: 'step' }), 'runs.0.schedule: found "step", expected an object'],
    [
      run({ clipping: { kind: 'none', max: 1 } }),
      'runs.0.clipping.max: found an unknown field, expected kind',
    ],
    [run({ id: 'a b' }), 'runs.0.id: found "a b", expected 1 to 40 letters, digits or -'],
    [run({ id: 7 }), 'runs.0.id: found 7, expected 1 to 40 letters, digits or -'],
    [run({ label: 'a\nb' }), 'runs.0.label: found "a\\nb", expected a line of text of 1 to 40 characters'],
    [
      run({ label: '\u202egnp' }),
      'runs.0.label: found "�gnp", expected a line of text of 1 to 40 characters',
    ],
    [
      run({ label: '\ud800' }),
      'runs.0.label: found "\\ud800", expected a line of text of 1 to 40 characters',
    ],
    [
      run({ problem: { rotation: 4 } }),
      'runs.0.problem.rotation: found what all runs share, expected one of start, noise',
    ],
    [null, 'found null, expected an experiment, as an object'],
    [[], 'found a list of 0, expected an experiment, as an object'],
    ['v=1', 'found "v=1", expected an experiment, as an object'],
  ])('%j: %s', (input, message) => {
    expect(issuesOf(input)).toEqual([message])
  })

  it('with what an optimizer was probably meant to be, and without a word on its hyperparameters', () => {
    const issues = issuesOf({ runs: [{ optimizer: 'adamm', hyperparameters: { x: 1 } }] })
    expect(issues).toHaveLength(1)
    expect(issues[0]).toMatch(/^runs\.0\.optimizer: found "adamm", expected one of .*; did you mean adam\?$/)
  })

  it('all of it at once, up to twenty issues', () => {
    expect(issuesOf({ seed: -1, steps: 0, problem: { noise: -1 } })).toHaveLength(3)
    const issues = issuesOf(Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`unknown${i}`, 1])))
    expect(issues).toHaveLength(21)
    expect(issues[20]).toBe('found 30 more issues, expected none')
  })
})

describe('hostile input', { timeout: 30_000 }, () => {
  const cyclic: Record<string, unknown> = {}
  cyclic.problem = cyclic
  const getter = Object.defineProperty({}, 'seed', {
    enumerable: true,
    get() {
      throw new Error('called')
    },
  })
  const everyTrap = new Proxy(
    {},
    {
      get: () => {
        throw new Error('trap')
      },
      ownKeys: () => {
        throw new Error('trap')
      },
    },
  )
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()
  let deep: unknown = {}
  for (let i = 0; i < 100_000; i++) deep = { problem: deep }

  it.each([
    ['a cycle', cyclic, /problem\.problem: found an unknown field/],
    ['a getter', getter, /^seed: found a getter, expected/],
    ['a proxy that throws', everyTrap, /found an object that cannot be read/],
    ['a revoked proxy', { runs: [revoked.proxy] }, /^runs\.0: found an object that cannot be read/],
    ['a key __proto__', JSON.parse('{"__proto__": {"seed": 5}}'), /^__proto__: found an unknown field/],
    ['a symbol for a key', { [Symbol('seed')]: 1 }, /Symbol\(seed\)": found an unknown field/],
    ['a symbol', { seed: Symbol('1') }, /^seed: found a symbol/],
    ['a function', { runs: () => [] }, /^runs: found a function/],
    ['a bigint', { seed: 1n }, /^seed: found a bigint/],
    ['a boxed number', { seed: new Number(1) }, /^seed: found \[object Number\]/],
    ['a map', new Map(), /^found \[object Map\]/],
    ['a date', { problem: new Date() }, /^problem: found \[object Date\]/],
    ['a huge list', { runs: Object.assign([], { length: 4e9 }) }, /^runs: found a list of 4000000000/],
    [
      'a list with holes',
      { problem: { start: Object.assign([], { length: 2 }) } },
      /^problem\.start\.0: found nothing/,
    ],
    [
      'a name of Object.prototype',
      { runs: [{ optimizer: 'constructor' }] },
      /^runs\.0\.optimizer: found "constructor"/,
    ],
    [
      'a surface of Object.prototype',
      { problem: { surface: 'toString' } },
      /^problem\.surface: found "toString"/,
    ],
    [
      'a schedule of Object.prototype',
      run({ schedule: { kind: 'valueOf' } }),
      /^runs\.0\.schedule\.kind: found "valueOf"/,
    ],
    ['a very long text', { seed: 'x'.repeat(1e7) }, /^seed: found "x{39}…", expected/],
    ['a very long key', { ['x'.repeat(1e7)]: 1 }, /^"x{39}…": found an unknown field/],
    ['a great depth', deep, /problem\.problem: found an unknown field/],
  ])('%s is told', (_, input, message) => {
    expect(issuesOf(input)[0]).toMatch(message)
  })

  it('never touches a prototype', () => {
    parseExperiment(JSON.parse('{"__proto__": {"polluted": 1}, "runs": [{"__proto__": {"polluted": 1}}]}'))
    expect({}).not.toHaveProperty('polluted')
  })

  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    withTypedArray: true,
    maxDepth: 4,
  })
  /** A valid experiment with one value somewhere in it replaced. */
  const damaged = fc
    .tuple(experiments, fc.array(fc.nat(), { maxLength: 5 }), anything)
    .map(([one, way, value]) => {
      const copy = structuredClone(one) as object
      let at = copy as Record<string, unknown>
      for (const turn of way) {
        const names = Object.keys(at)
        if (names.length === 0) break
        const name = names[turn % names.length]
        const inner = at[name]
        if (typeof inner !== 'object' || inner === null || turn % 3 === 0) {
          at[name] = value
          break
        }
        at = inner as Record<string, unknown>
      }
      return copy
    })

  /** Every number in it, wherever. */
  const numbers = (value: unknown): number[] =>
    typeof value === 'number'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(numbers)
        : []

  it.each([
    ['10 000 random values', anything, 10_000],
    ['500 damaged experiments', damaged, 500],
  ])('of any kind gives an experiment or issues: %s', (_, inputs, numRuns) => {
    fc.assert(
      fc.property(inputs, (input) => {
        const parsed = parseExperiment(input)
        if (parsed.ok) {
          expect(numbers(parsed.experiment).every(Number.isFinite)).toBe(true)
          expect(parse(parsed.experiment)).toEqual(parsed.experiment)
        } else {
          expect(parsed.issues.length).toBeGreaterThan(0)
          for (const issue of parsed.issues) expect(issueText(issue)).toMatch(/^[^\p{Cc}]{1,3000}$/u)
        }
      }),
      { numRuns },
    )
  })
})
