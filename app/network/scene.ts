import type { Experiment, NetworkProblem, Run } from '../../engine/experiment/experiment.ts'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { isNormed } from '../../engine/experiment/networkFields.ts'
import { type Architecture, type ParameterPlace, parameterPlaces } from '../../engine/network/index.ts'
import type { Insides } from '../../engine/training/insides.ts'
import type { Trace } from '../../engine/training/trace.ts'
import { colourOf, type Style, stylesOf } from '../drawing/palette.ts'
import type { Theme } from '../drawing/theme.ts'
import { runName } from '../../engine/experiment/runName.ts'
import type { LabState } from '../lab/lab.ts'
import type { InsidesStore } from './insides.ts'
import { type Scenery, sceneryKey, sceneryOf } from './scenery.ts'
import { tricksAt } from './tricks.ts'

/** One column: a run, and what is known of it at the cursor. */
export interface View {
  index: number
  run: Run
  name: string
  style: Style
  colour: string
  trace: Trace | undefined
  insides: Insides | undefined
  /** Whether its numbers have ended before the cursor. */
  isOver: boolean
  /** The run's problem as the insides have met it, or at the cursor. */
  tricks: NetworkProblem
}

/** All that a frame is drawn from, the same for every row and column. */
export interface Scene {
  state: LabState
  theme: Theme
  experiment: Experiment
  scenery: Scenery
  /** Of the runs that are not hidden, also those that are off screen: they share the scales. */
  views: readonly View[]
}

/** The network of a run, with batch norm in all, none, or those hidden layers that are to have it. */
export function architectureOf(
  { hidden, activation, divergence, batchNorm }: NetworkProblem,
  { inputs, outputs, task }: Pick<Scenery, 'inputs' | 'outputs' | 'task'>,
  normed: 'all' | 'none' | 'its own',
): Architecture {
  const output = task === 'regression' ? 'linear' : outputs === 1 ? 'sigmoid' : 'softmax'
  return {
    inputs: inputs.length,
    layers: [
      ...hidden.map((units, l) => ({
        units,
        activation,
        batchNorm: normed === 'its own' ? isNormed(batchNorm, l) : normed === 'all',
      })),
      { units: outputs, activation: output },
    ],
    divergence,
  }
}

/** Where the parameters of a vector of this length lie: γ and β are there only once batch norm has been on. */
export function placesOf(
  tricks: NetworkProblem,
  scenery: Scenery,
  length: number,
): ParameterPlace[] | undefined {
  const forms = (['its own', 'none'] as const).map((normed) =>
    parameterPlaces(architectureOf(tricks, scenery, normed)),
  )
  return forms.find((places) => {
    const last = places[places.length - 1]
    return last.offset + last.rows * last.columns === length
  })
}

/** Makes the scene of each frame; data and styles are kept as long as they are the same. */
export function createScenes(insides: InsidesStore) {
  let scenery: Scenery | undefined
  let key = ''
  let known: readonly unknown[] = []
  let scene: Scene | undefined

  return (state: LabState, theme: Theme): Scene => {
    const now = [state, theme]
    if (scene && now.every((value, i) => Object.is(value, known[i]))) return scene
    known = now
    const about = insides.experiment()
    const experiment = state.computation?.experiment ?? state.experiment
    const problem = networkOf(experiment)
    const next = sceneryKey(problem, experiment.seed)
    // Without points it was made before its file was there.
    if (!scenery?.points || next !== key) scenery = sceneryOf(problem, experiment.seed)
    key = next
    const styles = stylesOf(experiment.runs)
    const visible = [...experiment.runs.entries()].filter(([, { id }]) => !state.hidden.includes(id))
    const views = visible.map(([index, run]): View => {
      const trace = state.computation?.traces[index]
      const own = about?.runs[index]?.id === run.id ? insides.of(index) : undefined
      return {
        index,
        run,
        name: runName(run),
        style: styles[index],
        colour: colourOf(styles[index], theme),
        trace,
        isOver: state.step >= (trace?.stopped ?? Infinity),
        insides: own,
        tricks:
          own && about ? tricksAt(about, about.runs[index], own.step) : tricksAt(experiment, run, state.step),
      }
    })
    return (scene = { state, theme, experiment, scenery, views })
  }
}
