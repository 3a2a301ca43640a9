import { useId, useRef } from 'react'
import { Formula } from '../drawing/Formula.tsx'
import { Live } from '../drawing/Live.tsx'
import { setText } from '../drawing/setText.ts'
import { useWatch } from '../drawing/useWatch.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { type LabState, traceOf, visibleRuns } from '../lab/lab.ts'
import type { Placed } from './arrangement.ts'
import { type Scene, sceneInputs } from './scene.ts'

/** Asked for at once; the first picture does not wait for its words. */
const summary = import('./summary.ts')

interface Props {
  placed: Placed
  /** The parameters' names as TeX. */
  coordinates: readonly string[]
  isNarrow: boolean
  scene: (state: LabState) => Scene
  see: (state: LabState) => LabState
  onForm: (form: number) => void
  /** Missing when it may not be put away. */
  onHide: (() => void) | undefined
}

/** How a parameter's name is read out: `w 1`. */
const spokenName = (tex: string) => tex.replace('_', ' ').replace(/[{}\\]/g, '')

function noteOf({ panel, form, sentence }: Placed, state: LabState): string {
  const { experiment, focus, step } = state
  const run = experiment.runs.find(({ id }) => id === focus)
  if (!panel.note || !run || sentence !== undefined) return ''
  return panel.note({
    experiment,
    run,
    trace: traceOf(state, focus),
    step,
    form,
    visible: visibleRuns(state),
  })
}

/** Everything of a panel that stands still: its title with its formula, its parameters' names, its text. */
export function PanelFrame({ placed, coordinates, isNarrow, scene, see, onForm, onHide }: Props) {
  const { panel, form, rows, sentence, top } = placed
  const { wash } = panel
  const lab = useLab()
  const id = useId()
  const caption = useRef<HTMLElement>(null)
  const pinned = useLabState((state) => state.pinned)
  const looked = useLabState((state) => state.hovered ?? state.pinned)
  const hasForms = useLabState(
    (state) => panel.differs !== undefined && visibleRuns(state).some(panel.differs),
  )
  // Notes name the run in focus: set anew when that changes, as on every render.
  useLabState((state) => state.focus)

  const say = async (state: LabState) => {
    const { summarize } = await summary
    const text = sentence ?? summarize(scene(state), panel.id, state.step, coordinates.map(spokenName))
    setText(caption.current, text)
  }
  useWatch(
    (state) => [state.playing || state.drafting, state.step, ...sceneInputs(see(state))],
    (state) => {
      if (!state.playing && !state.drafting) void say(state)
    },
  )

  const name = (
    <>
      <b>{panel.title}</b>
      <span className={wash && `wash wash-${wash}`}>
        <Formula tex={panel.forms[form].tex} />
      </span>
    </>
  )
  const hover = (hovered: typeof wash) => lab.setState({ hovered })
  return (
    <figure
      className="time-panel"
      style={{ top }}
      aria-labelledby={`${id}title`}
      data-dimmed={looked !== undefined && looked !== wash ? '' : undefined}
    >
      <div className="time-title">
        {wash ? (
          <button
            id={`${id}title`}
            type="button"
            className="time-name"
            aria-pressed={pinned === wash}
            title={
              pinned === wash ? 'Show all panels equally' : 'Keep this panel and its terms, pale the others'
            }
            onPointerEnter={({ pointerType }) => pointerType === 'mouse' && hover(wash)}
            onPointerLeave={() => hover(undefined)}
            onClick={() => {
              lab.setState({ hovered: undefined })
              lab.setView({ pinned: pinned === wash ? undefined : wash })
            }}
          >
            {name}
          </button>
        ) : (
          <span id={`${id}title`} className="time-name">
            {name}
          </span>
        )}
        {hasForms && (
          <span className="time-forms">
            {panel.forms.map(({ label }, n) => (
              <button key={label} type="button" aria-pressed={n === form} onClick={() => onForm(n)}>
                <Formula tex={label ?? ''} />
              </button>
            ))}
          </span>
        )}
        {!isNarrow && <Live className="caption" read={(state) => noteOf(placed, see(state))} />}
        {onHide && (
          <button type="button" className="time-hide" aria-label={`hide ${panel.title}`} onClick={onHide}>
            hide
          </button>
        )}
      </div>
      {sentence !== undefined && <p className="caption">{sentence}</p>}
      {rows.map(
        ({ i, top: y, height }) =>
          i >= 0 && (
            <span key={i} className="time-parameter" style={{ top: y - top + height / 2 }}>
              <Formula tex={coordinates[i]} />
            </span>
          ),
      )}
      <figcaption ref={caption} className="unseen" />
    </figure>
  )
}
