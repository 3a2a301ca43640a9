import { surfaces } from '../surfaces/index.ts'
import type { SurfaceProblem } from './experiment.ts'
import { fields } from './fields.ts'
import { defineProblemText } from './problemText.ts'
import { defaultStart } from './surfaceProblem.ts'
import { takeParameters, type TextSource } from './textSource.ts'
import { readNumberText, readPointText, writeNumber, writeParameters, writePoint } from './textValues.ts'

/** `f=ravine&kappa=25&rotate=45&start=-5,2&noise=.1`, without what is at its default. */
function writeSurfaceProblem(problem: SurfaceProblem): [string, string][] {
  const surface = surfaces[problem.surface]
  const { parameters, rotation, start, noise } = problem
  const initial = defaultStart(surface, parameters, rotation)
  const pairs: [string, string][] = [
    ['f', problem.surface],
    ...writeParameters(parameters, surface.parameters),
  ]
  if (rotation !== fields.rotation.default) pairs.push(['rotate', writeNumber(rotation)])
  if (start[0] !== initial[0] || start[1] !== initial[1]) pairs.push(['start', writePoint(start)])
  if (noise !== fields.noise.default) pairs.push(['noise', writeNumber(noise)])
  return pairs
}

function readSurfaceText(source: TextSource): unknown {
  const id = source.take('problem.surface', 'f')
  const parameters = takeParameters(source, 'problem.parameters', surfaces, id ?? 'ravine')
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

export const surfaceText = defineProblemText<SurfaceProblem>({
  marks: ['f'],
  keys: ['f', 'rotate', 'start', 'noise'],
  runKeys: {
    noise: { path: 'problem.noise', mayChange: true, write: writeNumber, read: readNumberText },
    start: { path: 'problem.start', mayChange: false, write: writePoint, read: readPointText },
  },
  write: writeSurfaceProblem,
  read: readSurfaceText,
})
