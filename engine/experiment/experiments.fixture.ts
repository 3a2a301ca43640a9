import fc from 'fast-check'
import type { Dataset } from '../dataset.ts'
import {
  augmentations,
  datasetOf,
  datasets,
  features,
  sharesComplaint,
  type Table,
} from '../datasets/index.ts'
import { initializers } from '../network/index.ts'
import { optimizers } from '../optimizers/index.ts'
import type { Parameter, Parameters } from '../parameters.ts'
import { surfaces } from '../surfaces/index.ts'
import { clippings } from '../training/clipping.ts'
import { schedules } from '../training/schedules.ts'
import { changePaths } from './changes.ts'
import type { Experiment, Problem } from './experiment.ts'
import { fields } from './fields.ts'
import { batchNormFields, dropoutFields, networkFields } from './networkFields.ts'
import { parseExperiment } from './parse.ts'
import type { Registry } from './run.ts'

/** Random experiments from the registries: whatever joins those is tried too. */

const valueOf = (parameter: Parameter): fc.Arbitrary<unknown> => {
  switch (parameter.kind) {
    case 'toggle':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...Object.keys(parameter.options))
    case 'text':
      return fc.constantFrom(
        ...[parameter.default, 'x^2 + y^2', '-cos(2*x)/e^(y*y) + 1.5', '1', '42'].filter(
          (one) => !parameter.flaw(one),
        ),
      )
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

const surfaceOwn = { start: point, noise: valueOf(fields.noise) }

const surfaceProblem = fc.constantFrom(...Object.keys(surfaces)).chain((surface) =>
  fc.record(
    {
      kind: fc.constant('surface'),
      surface: fc.constant(surface),
      parameters: valuesOf(surfaces[surface].parameters),
      rotation: valueOf(fields.rotation),
      ...surfaceOwn,
    },
    { requiredKeys: ['surface'] },
  ),
)

/** Tricks that suit a data set; small enough that eight such networks fit. */
const tricksOf = (dataset: Dataset, validation = networkFields.validation.default) => ({
  hidden: fc.array(fc.oneof(fc.integer({ min: 1, max: 32 }), fc.constant(64)), { maxLength: 6 }),
  activation: valueOf(networkFields.activation),
  initializer: choiceOf(initializers),
  divergence: dataset.task === 'regression' ? fc.constant('l2') : valueOf(networkFields.divergence),
  l2: valueOf(networkFields.l2),
  l1: valueOf(networkFields.l1),
  batchNorm: valuesOf(batchNormFields),
  dropout: valuesOf(dropoutFields),
  augmentation: choiceOf(
    Object.fromEntries(Object.entries(augmentations).filter(([, { suits }]) => suits(dataset))),
  ),
  patience: validation === 0 ? fc.constant(0) : valueOf(networkFields.patience),
})

const share = fc.constantFrom(0, 0.1, 0.25, 1 / 3, 0.45)

const name = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }),
    fc.constantFrom('a,b', '100 %2C', '&copy'),
  )
  .filter((text) => text.length <= 60 && !/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u.test(text))
const cell = fc.oneof(fc.integer({ min: -99, max: 99 }), fc.double({ min: -1e15, max: 1e15, noNaN: true }))

/** A person's own rows: measurements, or points that were drawn on a map. */
export const tables: fc.Arbitrary<Table> = fc
  .record({
    inputs: fc.array(name, { minLength: 1, maxLength: 4 }),
    target: name,
    classes: fc.array(name, { maxLength: 4 }).filter(({ length }) => length !== 1),
    isDrawn: fc.boolean(),
  })
  .chain(({ isDrawn, ...head }) => {
    const { inputs, classes } = head
    const target = classes.length > 0 ? fc.nat({ max: classes.length - 1 }) : cell
    const row = fc.tuple(...inputs.map(() => cell), target)
    const domain = inputs.map(() => [-1.5, 2] as const)
    return fc
      .array(row, { minLength: 2, maxLength: 12 })
      .map((rows) => ({ ...head, rows, ...(isDrawn && inputs.length <= 2 && { domain }) }))
  })

const ofList = fc
  .constantFrom(...Object.keys(datasets))
  .chain((kind) =>
    valuesOf(datasets[kind].parameters).map((values) => ({ data: { kind, ...values }, of: datasets[kind] })),
  )
const ofTable = tables.map((table) => {
  const data = { kind: 'table' }
  return { data, table, of: datasetOf({ data, table }) }
})

const networkProblem = fc
  .tuple(fc.oneof({ weight: 5, arbitrary: ofList }, { weight: 1, arbitrary: ofTable }), share, share)
  .filter(([, validation, test]) => sharesComplaint(validation, test) === undefined)
  .chain(([{ of, ...data }, validation, test]) => {
    const { inputs, task } = of
    const some = fc.uniqueArray(fc.constantFrom(...Object.keys(features)), { minLength: 1 })
    return fc.record(
      {
        kind: fc.constant('network'),
        ...Object.fromEntries(Object.entries(data).map(([field, value]) => [field, fc.constant(value)])),
        features: inputs.length === 2 ? some : fc.constant([]),
        labelNoise: task === 'regression' ? fc.constant(0) : valueOf(networkFields.labelNoise),
        validation: fc.constant(validation),
        test: fc.constant(test),
        batch: fc.integer({ min: 1, max: 64 }),
        order: valueOf(networkFields.order),
        ...tricksOf(of, validation),
      },
      { requiredKeys: ['kind', ...Object.keys(data), 'validation', 'test', 'batch'] as never },
    )
  })

/** What runs may have of their own, and what changes may set, in an experiment on this problem. */
const ownOf = (problem: Problem): Readonly<Record<string, fc.Arbitrary<unknown>>> =>
  problem.kind === 'network' ? tricksOf(datasetOf(problem), problem.validation) : surfaceOwn

const id = fc.stringMatching(/^[A-Za-z0-9-]{1,12}$/)
/** Any line of text: emoji, scripts of all directions, separators of links and of HTML. */
const label = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.constantFrom('a&b=c', '100 %', '<b>', '+ #?', '&amp;', 'end.'),
  )
  .filter((text) => text.length <= 40 && !/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u.test(text))

const run = (problem: Problem) =>
  fc.constantFrom(...Object.keys(optimizers)).chain((optimizer) =>
    fc.record(
      {
        optimizer: fc.constant(optimizer),
        id: fc.oneof(id, fc.constantFrom('adam', 'adam-2', 'sgd-3', 'lt', 'copy', 'constructor', '20')),
        label,
        hyperparameters: valuesOf(optimizers[optimizer].parameters),
        schedule: choiceOf(schedules),
        clipping: choiceOf(clippings),
        weightDecay: valueOf(fields.weightDecay),
        problem: fc.record(ownOf(problem), { requiredKeys: [] }),
      },
      { requiredKeys: ['optimizer'] },
    ),
  )

/** The least network has three parameters. */
const single = ({ kind }: Problem) => (kind === 'network' ? ['weights.1', 'frozen.2'] : [])

/** A change of one of the paths that some optimizer has. */
const change = (problem: Problem, ids: readonly string[], steps: number) =>
  fc.constantFrom(...Object.keys(optimizers)).chain((optimizer) =>
    fc
      .constantFrom(...changePaths({ optimizer } as never, problem.kind), ...single(problem))
      .chain((path) => {
        const value: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
          optimizer: fc.constantFrom(...Object.keys(optimizers)),
          schedule: choiceOf(schedules),
          clipping: choiceOf(clippings),
          weightDecay: valueOf(fields.weightDecay),
          'weights.1': valueOf(networkFields.weight),
          'frozen.2': fc.boolean(),
        }
        const [field, name] = path.split('.')
        const inner = () =>
          field === 'problem' ? ownOf(problem)[name] : valueOf(optimizers[optimizer].parameters[name])
        return fc.record(
          {
            step: fc.nat({ max: steps }),
            run: fc.constantFrom(...ids),
            path: fc.constant(path),
            value: value[path] ?? inner(),
          },
          { requiredKeys: ['step', 'path', 'value'] },
        )
      }),
  )

const parsed = (input: unknown): Experiment => {
  const result = parseExperiment(input)
  if (!result.ok) throw new Error(JSON.stringify(result.issues))
  return result.experiment
}

/** Keeps what can be kept: runs whose ids are not taken, changes that fit the runs they find. */
const on = (problems: fc.Arbitrary<object>): fc.Arbitrary<Experiment> =>
  fc
    .record({ seed: valueOf(fields.seed), problem: problems, steps: fc.integer({ min: 1, max: 300 }) })
    .chain((input) => {
      const { problem } = parsed(input)
      const runs = fc.uniqueArray(run(problem), { maxLength: 8, selector: (one) => one.id ?? {} })
      return runs.map((runs) => parsed({ ...input, runs }))
    })
    .chain((experiment) => {
      const { problem, runs, steps } = experiment
      if (runs.length === 0) return fc.constant(experiment)
      const ids = runs.map((one) => one.id)
      return fc.array(change(problem, ids, steps), { maxLength: 6 }).map((changes) =>
        changes.reduce<Experiment>((experiment, one) => {
          const next = parseExperiment({ ...experiment, changes: [...experiment.changes, one] })
          return next.ok ? next.experiment : experiment
        }, experiment),
      )
    })

export const experiments: fc.Arbitrary<Experiment> = fc.oneof(on(surfaceProblem), on(networkProblem))
