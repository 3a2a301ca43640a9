import { useMemo, useState } from 'react'
import { networkOf } from '../../../engine/experiment/kinds.ts'
import { Pick } from '../../controls/Pick.tsx'
import { useLabState } from '../../lab/context.tsx'
import { InferenceSheet } from '../norm/InferenceSheet.tsx'
import { InfluenceSheet } from '../norm/InfluenceSheet.tsx'
import { ViolinPress } from '../norm/ViolinPress.tsx'
import { normRow } from '../norm/violins.ts'
import { PanelRow } from '../PanelRow.tsx'
import { It } from '../Symbol.tsx'
import { tricksAt } from '../tricks.ts'
import type { RowProps } from './index.ts'
import '../norm/norm.css'

/** The batch before and after normalization, a violin a neuron; below it, on request, what normalizing leads to. */
export function NormRow({ columns }: RowProps) {
  const hasNorm = useLabState(({ experiment, step }) =>
    columns.some((run) => tricksAt(experiment, experiment.runs[run], step).batchNorm.on),
  )
  const layers = useLabState(({ experiment }) => {
    const { hidden } = networkOf(experiment)
    return Math.max(hidden.length, ...experiment.runs.map(({ problem }) => problem.hidden?.length ?? 0))
  })
  const [chosen, setChosen] = useState(0)
  const [unit, setUnit] = useState(0)
  const [influence, setInfluence] = useState(false)
  const [inference, setInference] = useState(false)
  const layer = Math.max(0, Math.min(chosen, layers - 1))
  const marked = influence ? unit : undefined
  const row = useMemo(() => normRow(layer, inference, marked), [layer, inference, marked])
  const sheets = [
    { words: 'influence', isOpen: influence, toggle: setInfluence },
    { words: 'at inference', isOpen: inference, toggle: setInference },
  ]
  return (
    <>
      <PanelRow
        row={row}
        columns={columns}
        over={
          marked === undefined
            ? []
            : columns.map((run) => (
                <ViolinPress key={run} run={run} layer={layer} marked={marked} onUnit={setUnit} />
              ))
        }
        title={hasNorm ? 'BatchNorm' : 'Neurons'}
        caption={
          <>
            <Pick
              label="layer whose neurons are shown"
              value={String(layer)}
              options={Array.from({ length: Math.max(1, layers) }, (_, l) => ({
                value: String(l),
                label: `layer ${l + 1}`,
              }))}
              onChange={(value) => setChosen(Number(value))}
            />
            {hasNorm ? (
              <>
                : <It>z</It> left, <It>u</It> right, line <It>γu</It>+<It>β</It>; ▷ running <It>μ</It>
              </>
            ) : (
              <>
                : <It>z</It> over the batch, mean and deviation
              </>
            )}
            {(hasNorm || influence || inference) && (
              <span className="norm-sheets">
                {sheets.map(({ words, isOpen, toggle }) => (
                  <button
                    key={words}
                    type="button"
                    className="link"
                    aria-expanded={isOpen}
                    onClick={() => toggle(!isOpen)}
                  >
                    {words}
                  </button>
                ))}
              </span>
            )}
          </>
        }
      />
      {influence && (
        <InfluenceSheet
          columns={columns}
          layer={layer}
          unit={unit}
          onUnit={setUnit}
          onClose={() => setInfluence(false)}
        />
      )}
      {inference && (
        <InferenceSheet columns={columns} layer={layer} marked={marked} onClose={() => setInference(false)} />
      )}
    </>
  )
}
