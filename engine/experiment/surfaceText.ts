import { surfaces } from '../surfaces/index.ts'
import type { SurfaceProblem } from './experiment.ts'
import { fields } from './fields.ts'
import { defaultStart } from './surfaceProblem.ts'
import type { TextSource } from './textSource.ts'
import {
  keyOf,
  readNumberText,
  readPointText,
  readValue,
  writeNumber,
  writePoint,
  writeValue,
} from './textValues.ts'

/** `f=ravine&kappa=25&rotate=45&start=-5,2&noise=.1`, without what is at its default. */
export function writeSurfaceProblem(problem: SurfaceProblem): [string, string][] {
  const surface = surfaces[problem.surface]
  const { parameters, rotation, start, noise } = problem
  const initial = defaultStart(surface, parameters, rotation)
  const pairs: [string, string][] = [['f', problem.surface]]
  for (const [name, parameter] of Object.entries(surface.parameters)) {
    if (parameters[name] !== parameter.default)
      pairs.push([keyOf(name, parameter), writeValue(parameters[name])])
  }
  if (rotation !== fields.rotation.default) pairs.push(['rotate', writeNumber(rotation)])
  if (start[0] !== initial[0] || start[1] !== initial[1]) pairs.push(['start', writePoint(start)])
  if (noise !== fields.noise.default) pairs.push(['noise', writeNumber(noise)])
  return pairs
}

/** What `writeSurfaceProblem` writes, as input for the parser. */
export function readSurfaceText(source: TextSource): unknown {
  const id = source.take('problem.surface', 'f')
  const name = id ?? 'ravine'
  const parameters: Record<string, unknown> = {}
  if (Object.hasOwn(surfaces, name)) {
    for (const [field, parameter] of Object.entries(surfaces[name].parameters)) {
      const text = source.take(`problem.parameters.${field}`, keyOf(field, parameter), field)
      if (text !== undefined) parameters[field] = readValue(parameter, text)
    }
  } else source.forgive((key) => !key.includes('.'))
  const number = (path: string, key: string) => {
    const text = source.take(path, key)
    return text === undefined ? undefined : readNumberText(text)
  }
  const start = source.take('problem.start', 'start')
  return {
    kind: 'surface',
    surface: id,
    parameters,
    rotation: number('problem.rotation', 'rotate'),
    start: start === undefined ? undefined : readPointText(start),
    noise: number('problem.noise', 'noise'),
  }
}
