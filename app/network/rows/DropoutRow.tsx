import { useEffect, useMemo } from 'react'
import { networkOf } from '../../../engine/experiment/kinds.ts'
import { complaint, number } from '../../../engine/parameters.ts'
import { useLabState } from '../../lab/context.tsx'
import { ParameterScrub } from '../../surface/ParameterScrub.tsx'
import { useStage } from '../context.tsx'
import { crowdRow } from '../crowd/crowdRow.ts'
import { CrowdTold } from '../crowd/CrowdTold.tsx'
import { MAP_ROWS } from '../crowd/members.ts'
import { gridOf } from '../frame.ts'
import { useLook } from '../looks.ts'
import { PanelRow } from '../PanelRow.tsx'
import { sceneryOf } from '../scenery.ts'
import { It } from '../Symbol.tsx'
import { tricksAt } from '../tricks.ts'
import { isDropping, useNotYet } from '../useNotYet.tsx'
import type { RowProps } from './index.ts'

/** How many random subnetworks are averaged. */
const samplesSpec = number('n', 'random subnetworks to average', 50, [1, 200], { scale: 'integer' })

/** A link may say anything. */
const samplesOf = (given = ''): number =>
  complaint(samplesSpec, Number(given)) === undefined ? Number(given) : samplesSpec.default

/** What dropout trains: the masks of the batch, and what their subnetworks make of the plane, alone and together. */
export function DropoutRow({ columns }: RowProps) {
  const dropouts = useLabState(({ experiment, step }) =>
    columns
      .map((run) => tricksAt(experiment, experiment.runs[run], step).dropout)
      .map(({ inputs, hidden, form }) => (inputs < 1 || hidden < 1 ? form : ''))
      .join(),
  ).split(',')
  return dropouts.some(Boolean) ? <Crowd columns={columns} forms={dropouts} /> : null
}

function Crowd({ columns, forms }: RowProps & { forms: readonly string[] }) {
  const { insides } = useStage()
  const problem = useLabState(({ experiment }) => networkOf(experiment))
  const seed = useLabState(({ experiment }) => experiment.seed)
  const [given, choose] = useLook('crowd')
  const samples = samplesOf(given)
  const absent = useNotYet(columns, isDropping)
  const row = useMemo(() => crowdRow(samples), [samples])
  useEffect(() => {
    insides.wish({ crowd: { samples, map: gridOf(sceneryOf(problem, seed).domain, MAP_ROWS) } })
  }, [insides, samples, problem, seed])
  return (
    <PanelRow
      row={row}
      columns={columns}
      title="Dropout"
      caption={
        <>
          masks: a row an example, ink kept; bars their share, line <It>α</It>. Crowd: one subnetwork, the
          mean of{' '}
          <ParameterScrub
            spec={samplesSpec}
            label="random subnetworks to average"
            value={samples}
            onChange={(n) => choose(n === samplesSpec.default ? undefined : String(n))}
          />
          , of all;{' '}
          {forms.includes('inverse') ? (
            <>
              at test <It>W</It>, for 1/<It>α</It> in training
            </>
          ) : (
            <>
              at test <It>αW</It>, as in the lecture
            </>
          )}
        </>
      }
      over={columns.map((run, n) =>
        absent[n] ? (
          absent[n]
        ) : forms[n] ? (
          <CrowdTold key={run} run={run} samples={samples} />
        ) : (
          <p key={run} className="panel-absence">
            No unit is dropped:
            <br />
            one network, no crowd.
          </p>
        ),
      )}
    />
  )
}
