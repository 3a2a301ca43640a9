import { applyChange } from '../../engine/experiment/applyChange.ts'
import type { Change, Experiment, Run } from '../../engine/experiment/experiment.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { plain, setting } from '../drawing/format.ts'
import { runName } from '../../engine/experiment/runName.ts'

const shown = (value: unknown): string =>
  typeof value === 'number'
    ? plain(setting(value))
    : typeof value === 'boolean'
      ? value
        ? 'on'
        : 'off'
      : typeof value === 'object' && value !== null && 'kind' in value
        ? String(value.kind)
        : String(value)

function field(run: Run, path: string, value: unknown): string {
  if (path === 'optimizer') return `becomes ${optimizers[value as string].name}`
  if (path === 'weightDecay') return `weight decay ${shown(value)}`
  const name = path.slice(path.indexOf('.') + 1)
  const { parameters } = optimizers[run.optimizer]
  const isOwn = path.startsWith('hyperparameters.') && Object.hasOwn(parameters, name)
  return `${isOwn ? parameters[name].label : name} ${shown(value)}`
}

/** A change in words: "RMSProp: learning rate 0.05, from step 40". */
export function flagText({ runs, changes }: Experiment, change: Change): string {
  const run = runs.find(({ id }) => id === change.run) ?? runs[0]
  const earlier = changes.slice(0, changes.indexOf(change))
  const before = earlier.reduce(applyChange, run)
  const whose = change.run === undefined ? 'all' : runName(run)
  return `${whose}: ${field(before, change.path, change.value)}, from step ${change.step}`
}
