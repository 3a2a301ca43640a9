import { lazy, Suspense } from 'react'
import { TopBar } from './controls/TopBar.tsx'
import { UndoRedo } from './lab/UndoRedo.tsx'
import { LabProvider } from './lab/context.tsx'
import type { Lab } from './lab/lab.ts'
import type { Player } from './lab/player.ts'
import { SurfaceView } from './SurfaceView.tsx'
import './fonts.css'
import './theme.css'
import './layout.css'

/** Not needed until it is asked for, but there when it is. */
const Help = lazy(() => import('./Help.tsx'))

interface Props {
  lab: Lab
  player: Player
  /** Brings the address up to date and returns it. */
  copyLink: () => Promise<string>
  /** Takes up a text that could not be read, now that it has been mended. */
  onRetry: (text: string) => void
  /** Starts the engine anew. */
  onRestart: () => void
}

export function App({ lab, player, copyLink, onRetry, onRestart }: Props) {
  return (
    <LabProvider value={{ lab, player }}>
      <TopBar copyLink={copyLink}>
        <UndoRedo />
      </TopBar>
      <SurfaceView onRetry={onRetry} onRestart={onRestart} />
      <Suspense>
        <Help />
      </Suspense>
    </LabProvider>
  )
}
