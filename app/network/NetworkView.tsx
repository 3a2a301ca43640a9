import { type CSSProperties, lazy, Suspense, useState } from 'react'
import { stylesOf } from '../drawing/palette.ts'
import { useLabState } from '../lab/context.tsx'
import { ColumnHead } from './ColumnHead.tsx'
import { StageProvider } from './context.tsx'
import { Credit } from './Credit.tsx'
import { FlagNumbers, FlagWords } from './FlagNotes.tsx'
import { flagLabel } from './flags.ts'
import { NetworkRows } from './NetworkRows.tsx'
import { NetworkSentence } from './NetworkSentence.tsx'
import { OwnProvider, useNewOwn } from './own/context.tsx'
import { OwnPanel } from './own/DataPick.tsx'
import { RunPicker } from './RunPicker.tsx'
import { SwitchBar } from './SwitchBar.tsx'
import { NetworkTimeline } from './NetworkTimeline.tsx'
import { useNarrow } from './useNarrow.ts'
import { type Asking, useNewStage } from './useNewStage.ts'
import './network.css'

const TransportDock = lazy(() => import('../time/TransportDock.tsx'))

/** One network trained by several optimizers: a column each, the same panels below each other, one timeline. */
export default function NetworkView(asking: Asking) {
  const isNarrow = useNarrow()
  const stage = useNewStage(asking, isNarrow, true)
  const own = useNewOwn()

  /** The step of the flag that is pointed at. */
  const [flag, setFlag] = useState<number>()
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
      <OwnProvider value={own}>
        <main className="network-view" style={{ '--columns': columns.length } as CSSProperties}>
          <NetworkSentence />
          <Credit />
          <OwnPanel />
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
          <div className="network-foot">
            <FlagNumbers pointed={flag} columns={columns} />
            <NetworkTimeline onPoint={setFlag} />
            <FlagWords pointed={flag} />
          </div>
          <Suspense>
            <TransportDock flagWords={flagLabel} />
          </Suspense>
        </main>
      </OwnProvider>
    </StageProvider>
  )
}
