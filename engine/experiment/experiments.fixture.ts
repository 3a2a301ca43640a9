import fc from 'fast-check'
import { optimizers } from '../optimizers/index.ts'
import type { Parameter, Parameters } from '../parameters.ts'
import { surfaces } from '../surfaces/index.ts'
import { clippings } from '../training/clipping.ts'
import { schedules } from '../training/schedules.ts'
import { changePaths } from './changes.ts'
import type { Experiment } from './experiment.ts'
import { fields } from './fields.ts'
import { parseExperiment } from './parse.ts'
import type { Registry } from './run.ts'

/** Random experiments from the registries: whatever joins those is tried too. */

const valueOf = (parameter: Parameter): fc.Arbitrary<unknown> => {
  switch (parameter.kind) {
    case 'toggle':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...Object.keys(parameter.options))
    case 'number': {
      const { min, max, scale } = parameter
      const inside = scale === 'integer' ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true })
      return fc.oneof(fc.constant(parameter.default), fc.constantFrom(min, max), inside)
    }
  }
}
/** Some values given, the others left to their defaults. */
const valuesOf = (parameters: Parameters): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(Object.entries(parameters).map(([name, one]) => [name, valueOf(one)])), {
    requiredKeys: [],
  })
const choiceOf = (registry: Registry) =>
  fc
    .constantFrom(...Object.keys(registry))
    .chain((kind) => valuesOf(registry[kind].parameters).map((values) => ({ kind, ...values })))

const point = fc.tuple(valueOf(fields.coordinate), valueOf(fields.coordinate))

export const surfaceProblem = fc.constantFrom(...Object.keys(surfaces)).chain((surface) =>
  fc.record(
    {
      kind: fc.constant('surface'),
      surface: fc.constant(surface),
      parameters: valuesOf(surfaces[surface].parameters),
      rotation: valueOf(fields.rotation),
      start: point,
      noise: valueOf(fields.noise),
    },
    { requiredKeys: ['surface'] },
  ),
)

const id = fc.stringMatching(/^[A-Za-z0-9-]{1,12}$/)
/** Any line of text: emoji, scripts of all directions, separators of links and of HTML. */
const label = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom('a&b=c', '100 %', '<b>', '+ #?', '&amp;', 'end.'),
  )
  .filter((text) => text.length <= 40 && !/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u.test(text))

const run = fc.constantFrom(...Object.keys(optimizers)).chain((optimizer) =>
  fc.record(
    {
      optimizer: fc.constant(optimizer),
      id: fc.oneof(id, fc.constantFrom('adam', 'adam-2', 'sgd-3', 'lt', 'copy', 'constructor', '20')),
      label,
      hyperparameters: valuesOf(optimizers[optimizer].parameters),
      schedule: choiceOf(schedules),
      clipping: choiceOf(clippings),
      weightDecay: valueOf(fields.weightDecay),
      problem: fc.record({ start: point, noise: valueOf(fields.noise) }, { requiredKeys: [] }),
    },
    { requiredKeys: ['optimizer'] },
  ),
)

/** A change of one of the paths that some optimizer has. */
const change = (ids: readonly string[], steps: number) =>
  fc.constantFrom(...Object.keys(optimizers)).chain((optimizer) =>
    fc.constantFrom(...changePaths({ optimizer } as never)).chain((path) => {
      const value: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
        optimizer: fc.constantFrom(...Object.keys(optimizers)),
        schedule: choiceOf(schedules),
        clipping: choiceOf(clippings),
        weightDecay: valueOf(fields.weightDecay),
        'problem.noise': valueOf(fields.noise),
      }
      const parameter = optimizers[optimizer].parameters[path.split('.')[1]]
      return fc.record(
        {
          step: fc.nat({ max: steps }),
          run: fc.constantFrom(...ids),
          path: fc.constant(path),
          value: value[path] ?? valueOf(parameter),
        },
        { requiredKeys: ['step', 'path', 'value'] },
      )
    }),
  )

/** Keeps what can be kept: runs whose ids are not taken, changes that fit the runs they find. */
const consistent = fc
  .record({
    seed: valueOf(fields.seed),
    problem: surfaceProblem,
    steps: fc.integer({ min: 1, max: 300 }),
    runs: fc.uniqueArray(run, { maxLength: 8, selector: (one) => one.id ?? {} }),
  })
  .chain((input) => {
    const parsed = parseExperiment(input)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    const ids = parsed.experiment.runs.map((one) => one.id)
    if (ids.length === 0) return fc.constant(parsed.experiment)
    return fc.array(change(ids, input.steps), { maxLength: 6 }).map((changes) =>
      changes.reduce<Experiment>((experiment, one) => {
        const next = parseExperiment({ ...experiment, changes: [...experiment.changes, one] })
        return next.ok ? next.experiment : experiment
      }, parsed.experiment),
    )
  })

export const experiments: fc.Arbitrary<Experiment> = consistent
