import type { Experiment } from '../../engine/experiment/experiment.ts'

/** What of a figure is shown or not shown as a whole, and the word for it. */
export interface Part {
  id: string
  name: string
}

const surfaceParts: readonly Part[] = [
  { id: 'map', name: 'Map' },
  { id: 'curves', name: 'Curves' },
  { id: 'runs', name: 'Runs' },
]
const rowNames: Readonly<Record<string, string>> = {
  decision: 'Decision',
  network: 'Network',
  dropout: 'Dropout',
  norm: 'Batch',
  weights: 'Weights',
  divergence: 'Divergence',
}

/** The parts of a figure that shows these panels: time panels are one part, rows of a network a part each. */
export function partsOf(kind: Experiment['problem']['kind'], panels: readonly string[]): readonly Part[] {
  if (kind === 'network') return panels.map((id) => ({ id, name: rowNames[id] ?? id }))
  const isShown = (id: string) =>
    id === 'curves' ? panels.some((one) => one !== 'map' && one !== 'runs') : panels.includes(id)
  return surfaceParts.filter(({ id }) => isShown(id))
}
