/** What sets a run apart from a plain one of its optimizer, in the roster's small print. */
import type { Change, Choice, Run } from '../../engine/experiment/experiment.ts'
import { defaultKind, type Registry } from '../../engine/experiment/run.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import type { Parameter, Value } from '../../engine/parameters.ts'
import { clippings } from '../../engine/training/clipping.ts'
import { schedules } from '../../engine/training/schedules.ts'
import { plain, setting } from '../drawing/format.ts'
import { mainSettings } from './mainSettings.ts'

/** `symbol` is TeX, for numbers. */
export interface Remark {
  symbol?: string
  text: string
}

function remarkOn(spec: Parameter, value: Value): Remark {
  switch (spec.kind) {
    case 'number':
      return { symbol: spec.symbol, text: plain(setting(value as number)) }
    case 'toggle':
      return { text: (value ? '' : 'without ') + spec.label.replace(/ \(.*\)$/, '') }
    case 'choice':
      return { text: spec.options[value as string] }
    case 'text':
      return { text: value as string }
  }
}

const choiceRemark = (
  name: string,
  registry: Registry & Record<string, { name: string }>,
  choice: Choice,
): Remark[] =>
  choice.kind === defaultKind(registry) ? [] : [{ text: `${name} ${registry[choice.kind].name}` }]

/** `changes` and `noise` are those of the race that the run is in. */
export function unusual(run: Run, changes: readonly Change[], noise: number): Remark[] {
  const { parameters } = optimizers[run.optimizer]
  const shown = ['learningRate', ...mainSettings(run.optimizer).map(([name]) => name)]
  const settings = Object.entries(parameters).filter(
    ([name, spec]) => !shown.includes(name) && run.hyperparameters[name] !== spec.default,
  )
  return [
    ...settings.map(([name, spec]) => remarkOn(spec, run.hyperparameters[name])),
    ...choiceRemark('rate:', schedules, run.schedule),
    ...choiceRemark('clipped', clippings, run.clipping),
    ...(run.weightDecay > 0
      ? [{ symbol: '\\lambda', text: `${plain(setting(run.weightDecay))} (coupled decay)` }]
      : []),
    ...(run.problem.start ? [{ text: 'its own start' }] : []),
    ...(run.problem.noise !== undefined && run.problem.noise !== noise
      ? [{ symbol: '\\sigma', text: plain(setting(run.problem.noise)) }]
      : []),
    ...changes.flatMap(({ run: id, step, path, value }): Remark[] => {
      if (id !== run.id) return []
      const spec = parameters[path.replace('hyperparameters.', '')]
      const change = spec ? remarkOn(spec, value as Value) : { text: changeNames[path] ?? path }
      return [{ ...change, text: `${change.text} from step ${step + 1}` }]
    }),
  ]
}

/** What the other paths of a change are about. */
const changeNames: Readonly<Record<string, string>> = {
  optimizer: 'another rule',
  schedule: 'another schedule',
  clipping: 'other clipping',
  weightDecay: 'other weight decay',
  'problem.noise': 'other noise',
}
