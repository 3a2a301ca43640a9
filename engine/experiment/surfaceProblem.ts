import type { Values } from '../parameters.ts'
import type { Point, Surface } from '../surface.ts'
import { surfaces } from '../surfaces/index.ts'
import { rotate } from '../training/surfaceObjective.ts'
import type { SurfaceProblem } from './experiment.ts'
import { fields } from './fields.ts'
import { defineProblemKind } from './problemKind.ts'
import { type Reader, readName, readNumber, readParameters } from './reader.ts'

/** Where runs start unless the experiment says otherwise: the surface's first start, turned with the surface. */
export function defaultStart(
  surface: Surface,
  parameters: SurfaceProblem['parameters'],
  rotation: number,
): Point {
  const pivot = surface.pivot(parameters as Values)
  const [x, y] = rotate(surface.starts[0], pivot, rotation)
  return [x + 0, y + 0]
}

function readStart(reader: Reader, initial: Point): Point {
  const { value } = reader
  if (value === undefined) return initial
  if (!Array.isArray(value) || value.length !== 2) {
    reader.fail('a list of two numbers')
    return initial
  }
  return [readNumber(reader.at(0), fields.coordinate), readNumber(reader.at(1), fields.coordinate)]
}

function readSurfaceProblem(at: Reader['at']): SurfaceProblem {
  const name = at('surface').value === undefined ? 'ravine' : readName(at('surface'), surfaces)
  const rotation = readNumber(at('rotation'), fields.rotation)
  const noise = readNumber(at('noise'), fields.noise)
  // The parameters of a surface that is not known cannot be judged, the start can.
  const surface = name === undefined ? undefined : surfaces[name]
  const parameters = surface ? readParameters(at('parameters'), surface.parameters) : {}
  const start = readStart(at('start'), surface ? defaultStart(surface, parameters, rotation) : [0, 0])
  return { kind: 'surface', surface: name ?? '', parameters, rotation, start, noise }
}

export const surfaceKind = defineProblemKind<SurfaceProblem>({
  steps: fields.steps,
  shared: ['surface', 'parameters', 'rotation'],
  own: {
    start: { mayChange: false, read: (reader) => readStart(reader, [0, 0]) },
    noise: { mayChange: true, read: (reader) => readNumber(reader, fields.noise) },
  },
  read: readSurfaceProblem,
})
