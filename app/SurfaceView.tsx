import { lazy, Suspense } from 'react'
import { SurfaceMap } from './map/SurfaceMap.tsx'
import { EngineNote } from './surface/EngineNote.tsx'
import { LookFor } from './surface/LookFor.tsx'
import { Roster } from './surface/Roster.tsx'
import { Sentence } from './surface/Sentence.tsx'
import { TimePanels } from './time/TimePanels.tsx'
import { TransportDock } from './time/TransportDock.tsx'

/** With the typeset terms of all rules, the largest part that the first picture can do without. */
const EquationSheet = lazy(() => import('./surface/EquationSheet.tsx'))

interface Props {
  /** A text that could not be read has been mended. */
  onRetry: (text: string) => void
  onRestart: () => void
}

/** Two parameters on a map; what the optimizers remember beside it; who races and by which rule below. */
export function SurfaceView({ onRetry, onRestart }: Props) {
  return (
    <main className="surface-view">
      <div className="surface-head">
        <EngineNote onRetry={onRetry} onRestart={onRestart} />
        <Sentence />
      </div>
      <div className="surface-race">
        <div className="surface-map">
          <SurfaceMap />
        </div>
        <div className="surface-below">
          <div>
            <Roster />
            <LookFor />
          </div>
          <div data-key="equation" tabIndex={-1}>
            <Suspense>
              <EquationSheet />
            </Suspense>
          </div>
        </div>
      </div>
      <div className="surface-panels">
        <TimePanels />
      </div>
      <TransportDock />
    </main>
  )
}
