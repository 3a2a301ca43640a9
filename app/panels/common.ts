import type { Experiment, Run } from '../../engine/experiment/experiment.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import type { Form, Panel } from './panel.ts'

/** What every run records, whatever its optimizer. */
const always = ['loss', 'w', 'gradient', 'rate', 'g', 'update']

/** What of an experiment decides which rule a run follows when. */
type Changed = Pick<Experiment, 'changes'>

/** Whether a run records a channel at any time: its first optimizer or one that it is switched to has it. */
export function records({ changes }: Changed, run: Run, channel: string): boolean {
  if (always.includes(channel)) return true
  const switched = changes.filter(({ run: id, path }) => path === 'optimizer' && (id ?? run.id) === run.id)
  return [run.optimizer, ...switched.map(({ value }) => value as string)].some((id) => {
    const { slots, readings } = optimizers[id]
    return Object.hasOwn(slots, channel) || Object.hasOwn(readings, channel)
  })
}

export const canPlot = (experiment: Changed, run: Run, form: Form): boolean =>
  (form.suits?.(run) ?? true) && form.needs.every((channel) => records(experiment, run, channel))

/** The runs among `visible` that a panel has something to plot of. */
export const plottable = (panel: Panel, form: number, experiment: Changed, visible: readonly Run[]) =>
  visible.filter((run) => canPlot(experiment, run, panel.forms[form]))

/** The least value of the loss, where the problem knows it. */
export const floorOf = ({ problem }: Experiment): number =>
  problem.kind === 'surface' ? surfaces[problem.surface].floor(problem.parameters as never) : 0
