import type { Run } from '../../engine/experiment/experiment.ts'
import type { NumberParameter } from '../../engine/parameters.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { LineSample } from '../drawing/LineSample.tsx'
import { stylesOf } from '../drawing/palette.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { focusOrHide } from '../lab/focusOrHide.ts'
import { runName } from '../../engine/experiment/runName.ts'
import { LiveNumeral } from '../surface/LiveNumeral.tsx'
import { lossOf } from '../surface/lossOf.ts'
import { mainSettings } from '../surface/mainSettings.ts'
import { rateSpec } from '../surface/rates.ts'
import { Setting } from '../surface/Setting.tsx'
import { allows } from './levels.ts'

/** The rate, and what else of a run may be changed here. */
function settingsOf({ optimizer }: Run, edit: readonly string[]): [name: string, spec: NumberParameter][] {
  const named = Object.entries(optimizers[optimizer].parameters).flatMap(([name, spec]) =>
    spec.kind === 'number' && name !== 'learningRate' && allows(edit, spec.key ?? name, name)
      ? [[name, spec] as [string, NumberParameter]]
      : [],
  )
  return [['learningRate', rateSpec(optimizer)], ...(edit.includes('*') ? mainSettings(optimizer) : named)]
}

/** Who races, at which rate, and how far each has got: a line a run. */
export function Runs({ edit }: { edit: readonly string[] }) {
  const lab = useLab()
  const runs = useLabState(({ experiment }) => experiment.runs)
  const focus = useLabState((state) => state.focus)
  const hidden = useLabState((state) => state.hidden)
  const styles = stylesOf(runs)
  return (
    <table className="live-runs" aria-label="Runs">
      <thead className="unseen">
        <tr>
          <th scope="col">Optimizer</th>
          <th scope="col">settings</th>
          <th scope="col">loss</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run, i) => {
          const isHidden = hidden.includes(run.id)
          const name = runName(run)
          return (
            <tr key={run.id} data-hidden={isHidden ? '' : undefined}>
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={focus === run.id && !isHidden}
                  title={isHidden ? `Show ${name}` : `Bring ${name} to the front; again to hide it`}
                  onClick={() => focusOrHide(lab, run.id)}
                >
                  <LineSample style={styles[i]} width={26} />
                  <span style={{ color: styles[i].colour }}>{name}</span>
                  {isHidden && <span className="unseen"> (hidden)</span>}
                </button>
              </th>
              <td>
                {settingsOf(run, edit).map(([setting, spec]) => (
                  <Setting
                    key={setting}
                    run={run}
                    name={setting}
                    spec={spec}
                    isFixed={!allows(edit, spec.key ?? setting, setting)}
                  />
                ))}
              </td>
              <td>
                <LiveNumeral read={(state) => lossOf(state, run.id)} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
