import { surfaceOf } from '../../engine/experiment/kinds.ts'
import type { Run } from '../../engine/experiment/experiment.ts'
import type { Point } from '../../engine/surface.ts'
import { type PosedSurface, poseSurface } from '../../engine/training/surfaceObjective.ts'
import type { Trace } from '../../engine/training/trace.ts'
import type { Computation } from '../../engine/worker/client.ts'
import type { Size } from '../drawing/Layer.tsx'
import { isExposed } from '../drawing/exposure.ts'
import { colourOf, type Style, stylesOf } from '../drawing/palette.ts'
import type { Theme } from '../drawing/theme.ts'
import type { LabState } from '../lab/lab.ts'
import { runName } from '../../engine/experiment/runName.ts'
import type { Box } from './box.ts'
import { isInUnitsOfRate, placeCompass } from './compass.ts'
import { type Mark, placeMarks } from './extrema.ts'
import { latest } from './latest.ts'
import { fitView, type MapView } from './mapView.ts'
import { makeOccupancy, type Occupancy } from './occupancy.ts'
import { makeRunPath, type RunPath } from './runPath.ts'
import { placeStart, type StartMark } from './startMark.ts'

/** A run with all that is needed to draw it. */
export interface Racer {
  id: string
  run: Run
  name: string
  trace: Trace
  style: Style
  colour: string
  path: RunPath
  /** Whether it is drawn in the step compass. */
  shown: boolean
}

/** The map without its ground, but for what depends on the cursor. */
export interface Scene {
  view: MapView
  posed: PosedSurface
  /** What the ground depends on, as text. */
  ground: string
  racers: readonly Racer[]
  occupancy: Occupancy
  start: StartMark
  marks: readonly Mark[]
  compass: Box | undefined
  /** What labels keep clear of. */
  reserved: readonly Box[]
}

/** On a narrower map the compass would cover the race. */
const COMPASS_FROM = 520
/** Narrower than this is a phone: no axes, shorter words. */
const PHONE = 520

/** A surface with its shape and turn, as text: starts and noise leave the ground as it is. */
export const groundKey = ({ experiment }: LabState): string => {
  const { surface, parameters, rotation } = surfaceOf(experiment)
  return JSON.stringify({ kind: 'surface', surface, parameters, rotation, start: [0, 0], noise: 0 })
}

export const poseKey = (key: string): PosedSurface => poseSurface(JSON.parse(key))

/** Paths are kept with their traces, and grow as these do. */
const paths = new WeakMap<Trace, { view: MapView; path: RunPath }>()
function pathOf(trace: Trace, view: MapView): RunPath {
  const kept = paths.get(trace)
  if (kept?.view === view) {
    kept.path.grow()
    return kept.path
  }
  const path = makeRunPath(trace, view)
  paths.set(trace, { view, path })
  return path
}

function makeRacers(
  computation: Computation | undefined,
  _revision: number,
  hidden: readonly string[],
  surface: string,
  view: MapView,
  theme: Theme,
): Racer[] {
  // While another surface is being computed, the old race has no place on the new ground.
  if (!computation || surfaceOf(computation.experiment).surface !== surface) return []
  const { runs } = computation.experiment
  const styles = stylesOf(runs)
  return runs
    .map((run, i) => ({ run, style: styles[i], trace: computation.traces[i] }))
    .filter(({ run }) => !hidden.includes(run.id))
    .map(({ run, style, trace }) => ({
      id: run.id,
      run,
      name: runName(run),
      trace,
      style,
      colour: colourOf(style, theme),
      path: pathOf(trace, view),
      shown: isInUnitsOfRate(run),
    }))
}

/** How much stands on the map besides the race. */
export interface MapOptions {
  /** Without axes and compass, as in a figure. */
  isPlain: boolean
  /** Whether the start stays where it is. */
  isFixed: boolean
}

function startWords({ isPlain, isFixed }: MapOptions, isHeld: boolean, width: number): string[] {
  if (isFixed || isHeld) return ['start']
  if (isPlain) return ['drag the start']
  return width < PHONE ? ['start'] : ['start', 'drag me']
}

/** Makes the scene of a state, and only those parts of it anew that have changed. */
export function createScenes(options: MapOptions) {
  const pose = latest(poseKey)
  const fit = latest((posed: PosedSurface, width: number, height: number) =>
    fitView(posed.domain, width, height),
  )
  const racersOf = latest(makeRacers)
  const occupancyOf = latest(({ width, height }: MapView, racers: readonly Racer[]) =>
    makeOccupancy(
      width,
      height,
      racers.flatMap(({ path }) => path.segments),
    ),
  )
  let compass: Box | undefined
  let start: StartMark | undefined

  const arrange = latest(
    (
      view: MapView,
      posed: PosedSurface,
      ground: string,
      racers: readonly Racer[],
      [w1, w2]: Point,
      isHeld: boolean,
      theme: Theme,
      _fonts: number,
    ): Scene => {
      const { width, height } = view
      const occupancy = occupancyOf(view, racers)
      const lines = startWords(options, isHeld, width)
      start = placeStart(view.x(w1), view.y(w2), view, lines, occupancy, start)
      const hasCompass =
        !options.isPlain && width >= COMPASS_FROM && height >= 300 && racers.some(({ shown }) => shown)
      const points = posed.extrema
        .filter(({ kind }) => kind === 'global')
        .map(({ at }) => ({ x: view.x(at[0]), y: view.y(at[1]) }))
      compass = hasCompass ? placeCompass(view, occupancy, [start, ...points], compass) : undefined
      const fixed = compass ? [start.box, compass] : [start.box]
      const marks = placeMarks(posed.extrema, view, theme, occupancy, fixed)
      const named = marks.flatMap(({ label }) => (label ? [label.box] : []))
      return { view, posed, ground, racers, occupancy, start, marks, compass, reserved: [...fixed, ...named] }
    },
  )

  return (
    state: LabState,
    { width, height }: Size,
    theme: Theme,
    isDragged: boolean,
    fonts: number,
  ): Scene => {
    const { computation, revision, hidden, experiment } = state
    const ground = groundKey(state)
    const posed = pose(ground)
    const view = fit(posed, width, height)
    const racers = racersOf(computation, revision, hidden, surfaceOf(experiment).surface, view, theme)
    // A picture cannot be dragged.
    const isHeld = isDragged || isExposed()
    return arrange(view, posed, ground, racers, surfaceOf(experiment).start, isHeld, theme, fonts)
  }
}
