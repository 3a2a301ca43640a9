import { type CSSProperties, lazy, Suspense, useEffect, useMemo, useState } from 'react'
import type { Probe } from '../../engine/training/insides.ts'
import { stylesOf } from '../drawing/palette.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { ColumnHead } from './ColumnHead.tsx'
import { type Stage, StageProvider } from './context.tsx'
import { Credit } from './Credit.tsx'
import { createHeld } from './held.ts'
import { type Answer, createInsides } from './insides.ts'
import { NetworkRows } from './NetworkRows.tsx'
import { NetworkSentence } from './NetworkSentence.tsx'
import type { Pointed } from './pointed.ts'
import { RunPicker } from './RunPicker.tsx'
import { createScenes } from './scene.ts'
import { SwitchBar } from './SwitchBar.tsx'
import { NetworkTimeline } from './NetworkTimeline.tsx'
import { useNarrow } from './useNarrow.ts'
import './network.css'

const TransportDock = lazy(() => import('../time/TransportDock.tsx'))

interface Props {
  /** Asks for what a network holds at a step; a later question takes the place of an earlier one. */
  probe: (probe: Probe) => void
  /** Calls back with the answers until called off. */
  onInsides: (listener: (answer: Answer) => void) => () => void
}

/** One network trained by several optimizers: a column each, the same panels below each other, one timeline. */
export default function NetworkView({ probe, onInsides }: Props) {
  const lab = useLab()
  const isNarrow = useNarrow()
  const [parts] = useState(() => {
    const insides = createInsides(lab, probe)
    return {
      insides,
      pointed: createHeld<Pointed | undefined>(lab, undefined),
      example: createHeld<number | undefined>(lab, undefined),
      sceneOf: createScenes(insides),
    }
  })
  const stage = useMemo<Stage>(() => ({ ...parts, isNarrow }), [parts, isNarrow])
  const { insides } = parts
  useEffect(() => onInsides(insides.receive), [onInsides, insides])
  useEffect(() => insides.follow(), [insides])

  const runs = useLabState(({ experiment }) => experiment.runs)
  const hidden = useLabState((state) => state.hidden)
  const focus = useLabState((state) => state.focus)
  const styles = stylesOf(runs)
  const visible = runs.flatMap(({ id }, index) => (hidden.includes(id) ? [] : [index]))
  const focused = runs.findIndex(({ id }) => id === focus)
  const columns = isNarrow
    ? [visible.includes(focused) ? focused : visible[0]].filter((n) => n >= 0)
    : visible

  return (
    <StageProvider value={stage}>
      <main className="network-view" style={{ '--columns': columns.length } as CSSProperties}>
        <NetworkSentence />
        <SwitchBar />
        {isNarrow && <RunPicker runs={visible} styles={styles} chosen={columns[0]} />}
        <div className="network-grid" data-narrow={isNarrow ? '' : undefined}>
          <div className="panel-row heads">
            <span className="panel-caption" />
            {columns.map((run) => (
              <ColumnHead key={runs[run].id} run={runs[run]} style={styles[run]} />
            ))}
          </div>
          <NetworkRows columns={columns} />
        </div>
        <NetworkTimeline />
        <Credit />
        <Suspense>
          <TransportDock />
        </Suspense>
      </main>
    </StageProvider>
  )
}
