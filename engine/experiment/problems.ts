import type { OwnProblem, Problem } from './experiment.ts'
import { isRecord } from './plain.ts'
import type { OwnField, ProblemKind } from './problemKind.ts'
import { makeReader, type Reader, readFields, readName } from './reader.ts'
import { surfaceKind } from './surfaceProblem.ts'

/** The kinds of problem that are known; the first is the default. Importing `networks.ts` adds networks. */
export const problems: Record<string, ProblemKind> = { surface: surfaceKind }

const ownFields = (kind: Problem['kind']): [name: string, field: OwnField<Problem>][] =>
  Object.entries(problems[kind].own)

const fieldsOf = (kind: string): string[] => {
  const { shared, own } = problems[kind as Problem['kind']]
  return [...shared, ...Object.keys(own)]
}

/** What an unexpected field is, where another kind of problem has it. */
const foreign = (name: string): string | undefined => {
  const home = Object.keys(problems).find((kind) => fieldsOf(kind).includes(name))
  return home && `a field of a ${home} problem`
}

export function readProblem(reader: Reader): Problem {
  const isNamed = isRecord(reader.value) && reader.at('kind').value !== undefined
  const kind = isNamed ? readName(reader.at('kind'), problems) : 'surface'
  // The fields of a kind that is not known cannot be judged.
  if (kind === undefined) return problems.surface.read(makeReader(undefined, []).at)
  return problems[kind as Problem['kind']].read(readFields(reader, ['kind', ...fieldsOf(kind)], foreign))
}

/** What a run has of its own in the shared problem. */
export function readOwnProblem(reader: Reader, problem: Problem): OwnProblem {
  const own = ownFields(problem.kind)
  const { shared } = problems[problem.kind]
  const at = readFields(
    reader,
    own.map(([name]) => name),
    (name) => (shared.includes(name) ? 'what all runs share' : foreign(name)),
  )
  const given = own.filter(([name]) => at(name).value !== undefined)
  return Object.fromEntries(given.map(([name, { read }]) => [name, read(at(name), problem)]))
}

const prefix = 'problem.'

/** Paths of the problem's fields that may be switched while a run trains, or of those with which it begins. */
export const ownPaths = (kind: Problem['kind'], mayChange: boolean): string[] =>
  ownFields(kind)
    .filter(([, field]) => field.mayChange === mayChange)
    .map(([name]) => prefix + name)

/** The value of a change of one of `ownPaths`. */
export const readOwnValue = (reader: Reader, path: string, problem: Problem): unknown =>
  problems[problem.kind].own[path.slice(prefix.length) as keyof OwnProblem]?.read(reader, problem)
