import { surfaceOf } from '../../engine/experiment/kinds.ts'
import { type MouseEvent, useRef } from 'react'
import type { Run } from '../../engine/experiment/experiment.ts'
import { LineSample } from '../drawing/LineSample.tsx'
import type { Style } from '../drawing/palette.ts'
import { requestText } from '../drawing/frame.ts'
import { setText } from '../drawing/setText.ts'
import { useWatch } from '../drawing/useWatch.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { focusOrHide } from '../lab/focusOrHide.ts'
import { traceOf } from '../lab/lab.ts'
import { arrival } from './facts.ts'
import { Letter } from './Letter.tsx'
import { lossOf } from './lossOf.ts'
import { LiveNumeral } from './LiveNumeral.tsx'
import { mainSettings } from './mainSettings.ts'
import { runName } from '../../engine/experiment/runName.ts'
import { rateSpec } from './rates.ts'
import { RunMenu } from './RunMenu.tsx'
import { Setting } from './Setting.tsx'
import { unusual } from './unusual.ts'
import { useProblem, useSurface } from './useSurface.ts'

interface Props {
  run: Run
  style: Style
}

/** One run: press to bring it to the front, press again to hide it. */
export function RosterRow({ run, style }: Props) {
  const lab = useLab()
  const isFocused = useLabState((state) => state.focus === run.id)
  const isHidden = useLabState((state) => state.hidden.includes(run.id))
  const name = runName(run)
  const changes = useLabState(({ experiment }) => experiment.changes)
  const noise = useProblem((problem) => problem.noise)
  const remarks = unusual(run, changes, noise)

  const press = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement
    const isControl = target.closest('.scrub, .typing, .run-menu, [popover]') !== null
    if (!isControl) focusOrHide(lab, run.id)
  }
  return (
    <>
      <tr className={`run${isFocused ? ' focused' : ''}${isHidden ? ' hidden' : ''}`} onClick={press}>
        <th scope="row">
          <button
            type="button"
            className="name"
            aria-pressed={isFocused && !isHidden}
            title={isHidden ? `Show ${name}` : isFocused ? `Hide ${name}` : `Bring ${name} to the front`}
          >
            <LineSample style={style} />
            <span style={{ color: style.colour }}>{name}</span>
            {isHidden && <span className="unseen"> (hidden)</span>}
          </button>
        </th>
        <td>
          <Setting run={run} name="learningRate" spec={rateSpec(run.optimizer)} />
        </td>
        <td>
          {mainSettings(run.optimizer).map(([setting, spec]) => (
            <Setting key={setting} run={run} name={setting} spec={spec} />
          ))}
        </td>
        <td>
          <LiveNumeral read={(state) => lossOf(state, run.id)} />
        </td>
        <td className="arrival">
          <ArrivalText id={run.id} />
        </td>
        <td className="run-menu">
          <RunMenu run={run} isHidden={isHidden} />
        </td>
      </tr>
      {remarks.length > 0 && (
        <tr className={isHidden ? 'remarks hidden' : 'remarks'}>
          <td colSpan={6}>
            {remarks.map(({ symbol, text }) => (
              <span key={(symbol ?? '') + text}>
                {symbol && (
                  <>
                    <Letter tex={symbol} />{' '}
                  </>
                )}
                {text}
              </span>
            ))}
          </td>
        </tr>
      )}
    </>
  )
}

const words = { notYet: 'not yet', never: 'never', left: 'left the map' }

/** Pale until the cursor gets there. */
function ArrivalText({ id }: { id: string }) {
  const element = useRef<HTMLSpanElement>(null)
  const { floor, domain } = useSurface()
  useWatch(
    (state) => [state.step, state.revision, state.computation],
    (state) => {
      const trace = traceOf(state, id)
      const { steps } = state.experiment
      const { noise } = surfaceOf(state.experiment)
      const fact = trace && arrival(trace, { floor, domain: state.frame ?? domain, steps, noise })
      const isAhead = fact?.kind !== 'at' || fact.step > state.step
      const text = !fact ? '' : fact.kind === 'at' ? String(fact.step) : words[fact.kind]
      const span = element.current
      if (!span) return
      setText(span, text)
      span.classList.toggle('ahead', isAhead)
    },
    requestText,
  )
  return <span ref={element} />
}
