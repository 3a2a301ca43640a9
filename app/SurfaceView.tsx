import { lazy, Suspense, useEffect, useState } from 'react'
import { useLab } from './lab/context.tsx'
import { SurfaceMap } from './map/SurfaceMap.tsx'
import { Sentence } from './surface/Sentence.tsx'
import { TimePanels } from './time/TimePanels.tsx'

/** Asked for at once, but not waited for: the race is on screen before its table and its equations are here. */
const below = import('./surface/Below.tsx')
const Below = lazy(() => below)
/** Shown on narrow screens only. */
const TransportDock = lazy(() => import('./time/TransportDock.tsx'))

/** What is known of the rates up to which runs are stable, once that has been loaded. */
function useLimits() {
  const lab = useLab()
  const [limitOf, setLimitOf] = useState<(run: string) => string | undefined>()
  useEffect(() => {
    void import('./surface/stability.ts').then(({ limitText }) =>
      setLimitOf(() => (run: string) => limitText(lab.getState().experiment, run)),
    )
  }, [lab])
  return limitOf
}

/** Two parameters on a map; what the optimizers remember beside it; who races and by which rule below. */
export function SurfaceView() {
  const limitOf = useLimits()
  return (
    <main className="surface-view">
      <div className="surface-head">
        <Sentence />
      </div>
      <div className="surface-race">
        <div className="surface-map">
          <SurfaceMap />
        </div>
        <div className="surface-below">
          <Suspense>
            <Below />
          </Suspense>
        </div>
      </div>
      <div className="surface-panels">
        <TimePanels limitOf={limitOf} />
      </div>
      <Suspense>
        <TransportDock />
      </Suspense>
    </main>
  )
}
