import { useMemo, useRef, useState } from 'react'
import { Layer } from '../drawing/Layer.tsx'
import { useTheme } from '../drawing/useTheme.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { hidesScales, type LabState } from '../lab/lab.ts'
import { plottable } from '../panels/common.ts'
import { panels as allPanels } from '../panels/index.ts'
import type { Panel } from '../panels/panel.ts'
import { arrange, type Shown } from './arrangement.ts'
import { makeMovingDrawer } from './drawMoving.ts'
import { drawStill } from './drawStill.ts'
import { PanelFrame } from './PanelFrame.tsx'
import { makeComposer, sceneInputs } from './scene.ts'
import { Timeline } from './Timeline.tsx'
import { useFonts } from '../drawing/useFonts.ts'
import { usePointer } from './usePointer.ts'
import { useSize } from '../drawing/useSize.ts'
import './time.css'

interface Props {
  panels?: readonly Panel[]
  /** The parameters that paired panels show, as TeX. */
  coordinates?: readonly string[]
  /** Px that the panels should take in a wide column. */
  height?: number
  /** Part of a figure: all panels and nothing but panels, in exactly `height`. */
  figure?: { hasGutter: boolean } | undefined
  /** What is known of the limit that a diverged run has passed: "stable if η < 0.83". */
  limitOf?: ((run: string) => string | undefined) | undefined
  /** The state as these panels see it, where they show other traces than its own. */
  see?: (state: LabState) => LabState
  /** Runs that are there to compare with only. */
  ghosts?: readonly string[] | undefined
  /** Without the rail below: there is one elsewhere. */
  isBare?: boolean
}

const itself = (state: LabState) => state
const two = ['w_1', 'w_2']

/** Time panels below each other, one cursor through all of them, and the rail it ends on. */
export function TimePanels({
  panels = allPanels,
  coordinates = two,
  height = 738,
  figure,
  limitOf,
  see = itself,
  ghosts,
  isBare = false,
}: Props) {
  const lab = useLab()
  const theme = useTheme()
  useFonts()
  const host = useRef<HTMLDivElement>(null)
  const { width } = useSize(host) ?? { width: 0 }
  const runs = useLabState(({ experiment }) => experiment.runs)
  const changes = useLabState(({ experiment }) => experiment.changes)
  const hidden = useLabState((state) => state.hidden)
  const focus = useLabState((state) => state.focus)
  const [away, setAway] = useState(() => panels.filter(({ folded }) => folded && !figure).map(({ id }) => id))
  const [forms, setForms] = useState<Readonly<Record<string, number>>>({})
  const [brush, setBrush] = useState<readonly [number, number]>()

  const arrangement = useMemo(() => {
    const visible = runs.filter(({ id }) => !hidden.includes(id))
    const shown = panels
      .filter(({ id }) => !away.includes(id))
      .map((panel): Shown => {
        const form = forms[panel.id] ?? 0
        const isFilled = visible.length === 0 || plottable(panel, form, { changes }, visible).length > 0
        const example = visible.find(({ id }) => id === focus) ?? visible[0]
        return { panel, form, sentence: isFilled ? undefined : panel.absent(example) }
      })
    const parameters = coordinates.length
    return arrange(shown, { width: width || 528, height, parameters, runs: visible.length, figure })
  }, [panels, away, forms, runs, changes, hidden, focus, width, height, coordinates, figure])

  const [compose] = useState(makeComposer)
  const [drawMoving] = useState(makeMovingDrawer)
  const scene = (state: LabState) => compose(see(state), arrangement)
  usePointer(host, { arrangement, scene: () => scene(lab.getState()), setBrush })
  const look = { theme, limitOf, brush, ghosts }

  const { isNarrow } = arrangement
  const more = away.length > 0 && (
    <div className="time-more">
      {panels
        .filter(({ id }) => away.includes(id))
        .map(({ id, word }) => (
          <button key={id} type="button" onClick={() => setAway(away.filter((one) => one !== id))}>
            + {word}
          </button>
        ))}
    </div>
  )
  return (
    <section className={`time${isNarrow ? ' narrow' : ''}`} aria-label="Quantities over the steps">
      {!isNarrow && more}
      <div ref={host} className="time-panels" style={{ height: arrangement.height }}>
        <Layer
          isIdle={({ drafting }) => drafting}
          watch={(state) => [state.hovered, state.pinned, hidesScales(state), ...sceneInputs(see(state))]}
          draw={(context, state) => drawStill(context, scene(state), state, look)}
        />
        <Layer
          watch={(state) => [
            state.step,
            state.focus,
            state.hovered,
            state.pinned,
            state.drafting,
            state.veiled,
            ...sceneInputs(see(state)),
          ]}
          draw={(context, state) => {
            // In a drag nothing stands still.
            if (state.drafting) drawStill(context, scene(state), state, look)
            drawMoving(context, scene(state), state, look)
          }}
        />
        {arrangement.panels.map((placed) => (
          <PanelFrame
            key={placed.panel.id}
            placed={placed}
            coordinates={coordinates}
            isNarrow={isNarrow || figure !== undefined}
            scene={scene}
            see={see}
            onForm={(form) => setForms({ ...forms, [placed.panel.id]: form })}
            onHide={
              !figure && arrangement.panels.length > 1 ? () => setAway([...away, placed.panel.id]) : undefined
            }
          />
        ))}
      </div>
      {!figure && !isBare && (
        <Timeline
          left={arrangement.left}
          right={arrangement.right}
          width={arrangement.plot}
          isBare={isNarrow}
        />
      )}
      {isNarrow && more}
    </section>
  )
}
