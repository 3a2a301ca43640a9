import { lazy, Suspense } from 'react'
import { TopBar } from './controls/TopBar.tsx'
import { LabProvider } from './lab/context.tsx'
import type { Engine } from './lab/engine.ts'
import type { Lab } from './lab/lab.ts'
import type { Player } from './lab/player.ts'
import { UndoRedo } from './lab/UndoRedo.tsx'
import { Notes } from './Notes.tsx'
import { SurfaceView } from './SurfaceView.tsx'
import { views } from './views.ts'
import './fonts.css'
import './theme.css'
import './layout.css'

const NetworkView = lazy(() => import('./network/NetworkView.tsx'))
/** Not needed until it is asked for, but there when it is. */
const Help = lazy(() => import('./Help.tsx'))
const Sharing = lazy(() => import('./share/Sharing.tsx'))

interface Props {
  lab: Lab
  player: Player
  engine: Engine
  /** Brings the address up to date and returns it. */
  copyLink: () => Promise<string | undefined>
  /** Takes up a text that could not be read, now that it has been mended. */
  onRetry: (text: string) => void
}

export function App({ lab, player, engine, copyLink, onRetry }: Props) {
  const { kind } = lab.getState().experiment.problem
  return (
    <LabProvider value={{ lab, player }}>
      <TopBar
        tabs={views.map((view) => ({ ...view, current: view.kind === kind }))}
        actions={
          <Suspense>
            <Sharing copyLink={copyLink} />
          </Suspense>
        }
      >
        <UndoRedo />
      </TopBar>
      <Notes onRetry={onRetry} onRestart={engine.restart} />
      {kind === 'surface' ? (
        <SurfaceView />
      ) : (
        <Suspense>
          <NetworkView probe={engine.probe} onInsides={engine.onInsides} />
        </Suspense>
      )}
      <Suspense>
        <Help />
      </Suspense>
    </LabProvider>
  )
}
