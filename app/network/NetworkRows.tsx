import { useEffect } from 'react'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { useStage } from './context.tsx'
import { rows } from './rows/index.ts'
import { useExperiment } from './useExperiment.ts'

/** Pixels of a neuron's map across: small where many units make small squares. */
const neuronGrid = (units: number) => (units > 9 ? 14 : 22)

interface Props {
  columns: readonly number[]
  /** Which rows, by name; all of them if left out. */
  shown?: readonly string[]
}

/** Rows of panels, and what the engine is asked for on their behalf. */
export function NetworkRows({ columns, shown = Object.keys(rows) }: Props) {
  const { insides } = useStage()
  const widest = useExperiment((experiment) => {
    const { hidden } = networkOf(experiment)
    return Math.max(0, ...experiment.runs.flatMap((run) => run.problem.hidden ?? hidden))
  })

  useEffect(() => {
    insides.wish({ runs: columns, neuron: neuronGrid(widest) })
    // oxlint-disable-next-line react/exhaustive-deps -- a list of the same columns is the same
  }, [insides, widest, columns.join()])

  return shown.map((name) => {
    const Row = rows[name]
    return <Row key={name} columns={columns} />
  })
}
