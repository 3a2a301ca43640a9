import { lazy, Suspense } from 'react'
import { useLabState } from './lab/context.tsx'

/** Asked for at once, so that it is there when something has to be said. */
const note = import('./surface/EngineNote.tsx')
const EngineNote = lazy(() => note)

interface Props {
  /** A text that could not be read has been mended. */
  onRetry: (text: string) => void
  onRestart: () => void
}

/** What has to be said, between the bar and the view. */
export function Notes(props: Props) {
  const isNoted = useLabState(({ message, engine }) => message !== undefined || engine === 'page')
  if (!isNoted) return null
  return (
    <aside className="page-notes" aria-label="Notices">
      <Suspense>
        <EngineNote {...props} />
      </Suspense>
    </aside>
  )
}
