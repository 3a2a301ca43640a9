import { measured, spoken } from '../drawing/format.ts'
import type { Plot, Scene } from './scene.ts'
import { hasStopped, valueAt } from './scene.ts'

function values({ lines }: Plot, step: number): string {
  const items = lines.map((line) => ({ line, value: valueAt(line, step), stopped: hasStopped(line, step) }))
  return items
    .filter(({ value, stopped }) => stopped || !Number.isNaN(value))
    .sort((a, b) => Number(b.stopped) - Number(a.stopped) || b.value - a.value)
    .map(({ line, value, stopped }) =>
      stopped ? `${line.name} has diverged` : `${line.name} ${spoken(measured(value))}`,
    )
    .join(', ')
}

/** What a panel shows at the cursor, in words: "Loss at step 30: RMSProp 4.38, Adam 3.31". */
export function summarize({ plots }: Scene, panel: string, step: number, names: readonly string[]): string {
  const own = plots.filter(({ placed }) => placed.panel.id === panel)
  if (own.length === 0) return ''
  const { title } = own[0].placed.panel
  const parts = own
    .map((plot) => ({ name: plot.i < 0 ? '' : `${names[plot.i]}: `, text: values(plot, step) }))
    .filter(({ text }) => text)
    .map(({ name, text }) => name + text)
  if (parts.length === 0) return `${title} at step ${step}: nothing yet.`
  const isPaired = own[0].i >= 0
  return `${title} at step ${step}${isPaired ? '; ' : ': '}${parts.join('; ')}.`
}
