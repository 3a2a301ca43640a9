import type { Run } from './experiment.ts'
import { optimizers } from '../optimizers/index.ts'

/**
 * What a run is called: by its label, or by its optimizer and what its id adds to that. Ids are unique, so
 * that no two runs without a label share a name: "Adam", "Adam 2", and "Adam, fast" for a link's `adam:fast`.
 */
export function runName({ id, label, optimizer }: Pick<Run, 'id' | 'label' | 'optimizer'>): string {
  if (label !== undefined) return label
  const { name } = optimizers[optimizer]
  if (id === optimizer) return name
  const number = id.startsWith(`${optimizer}-`) ? id.slice(optimizer.length + 1) : ''
  return /^\d+$/.test(number) ? `${name} ${number}` : `${name}, ${id}`
}
