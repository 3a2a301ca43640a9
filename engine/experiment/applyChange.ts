import { optimizers } from '../optimizers/index.ts'
import { defaults, type Value } from '../parameters.ts'
import type { Change, Choice, Run } from './experiment.ts'

/**
 * The run as it goes on after `change`; the same run when the change is another run's. A new optimizer starts with
 * its own defaults, which later changes may set.
 */
export function applyChange(run: Run, { run: id, path, value }: Change): Run {
  if (id !== undefined && id !== run.id) return run
  const [field, name] = path.split('.')
  switch (field) {
    case 'optimizer': {
      const optimizer = value as string
      return { ...run, optimizer, hyperparameters: defaults(optimizers[optimizer].parameters) }
    }
    case 'problem':
      return { ...run, problem: { ...run.problem, [name]: value } }
    case 'schedule':
    case 'clipping':
      return { ...run, [field]: value as Choice }
    case 'weightDecay':
      return { ...run, weightDecay: value as number }
    // What a weight is set to is no setting.
    case 'weights':
      return run
    case 'frozen': {
      const others = (run.frozen ?? []).filter((index) => index !== Number(name))
      return { ...run, frozen: value ? [...others, Number(name)] : others }
    }
    default:
      return { ...run, hyperparameters: { ...run.hyperparameters, [name]: value as Value } }
  }
}
