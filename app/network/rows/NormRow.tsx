import { useMemo } from 'react'
import { networkOf } from '../../../engine/experiment/kinds.ts'
import { Pick } from '../../controls/Pick.tsx'
import { useLab, useLabState } from '../../lab/context.tsx'
import { chooseLook, type Look, placeShown } from '../looks.ts'
import { InferenceSheet } from '../norm/InferenceSheet.tsx'
import { InfluenceSheet } from '../norm/InfluenceSheet.tsx'
import { ViolinPress } from '../norm/ViolinPress.tsx'
import { normRow } from '../norm/violins.ts'
import { PanelRow } from '../PanelRow.tsx'
import { SwitchOn } from '../SwitchOn.tsx'
import { It } from '../Symbol.tsx'
import { tricksAt } from '../tricks.ts'
import { isNorming, useNotYet } from '../useNotYet.tsx'
import type { RowProps } from './index.ts'
import '../norm/norm.css'

/** The batch before and after normalization, a violin a neuron; below it, on request, what normalizing leads to. */
export function NormRow({ columns }: RowProps) {
  const hasNorm = useLabState(({ experiment, step }) =>
    columns.some((run) => tricksAt(experiment, experiment.runs[run], step).batchNorm.on),
  )
  /** It has been switched on here: the batch that is shown was not normalized yet. */
  const isToCome = useNotYet(columns, isNorming).every((words) => words !== undefined)
  const layers = useLabState(({ experiment }) => {
    const { hidden } = networkOf(experiment)
    return Math.max(hidden.length, ...experiment.runs.map(({ problem }) => problem.hidden?.length ?? 0))
  })
  const lab = useLab()
  const choose = (name: Look, value: string | undefined) => chooseLook(lab, name, value)
  const chosen = useLabState((state) => placeShown(state, 'layer') ?? 0)
  const layer = Math.max(0, Math.min(chosen, layers - 1))
  const unit = useLabState((state) => placeShown(state, 'influence'))
  const inference = useLabState(({ show }) => show.inference === 'open')
  const row = useMemo(() => normRow(layer, inference, unit), [layer, inference, unit])
  const setUnit = (next: number) => choose('influence', String(next + 1))
  const sheets = [
    { name: 'influence', words: 'influence', isOpen: unit !== undefined, value: '1' },
    { name: 'inference', words: 'at inference', isOpen: inference, value: 'open' },
  ] as const
  return (
    <>
      <PanelRow
        row={row}
        columns={columns}
        over={
          unit === undefined
            ? []
            : columns.map((run) => (
                <ViolinPress key={run} run={run} layer={layer} marked={unit} onUnit={setUnit} />
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
              onChange={(value) => choose('layer', value === '0' ? undefined : String(Number(value) + 1))}
            />
            {isToCome ? (
              <>
                : <It>z</It>; <It>u</It> from the next step on
              </>
            ) : hasNorm ? (
              <>
                : <It>z</It> left, <It>u</It> right, line <It>γu</It>+<It>β</It>; ▷ running <It>μ</It>
              </>
            ) : (
              <>
                : <It>z</It> over the batch, mean and deviation. <SwitchOn path="problem.batchNorm" />
              </>
            )}
            {(hasNorm || unit !== undefined || inference) && (
              <span className="norm-sheets">
                {sheets.map(({ name, words, isOpen, value }) => (
                  <button
                    key={name}
                    type="button"
                    className="link"
                    aria-expanded={isOpen}
                    onClick={() => choose(name, isOpen ? undefined : value)}
                  >
                    {words}
                  </button>
                ))}
              </span>
            )}
          </>
        }
      />
      {unit !== undefined && (
        <InfluenceSheet
          columns={columns}
          layer={layer}
          unit={unit}
          onUnit={setUnit}
          onClose={() => choose('influence', undefined)}
        />
      )}
      {inference && (
        <InferenceSheet
          columns={columns}
          layer={layer}
          marked={unit}
          onClose={() => choose('inference', undefined)}
        />
      )}
    </>
  )
}
