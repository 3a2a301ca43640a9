import { lazy, type ReactNode, Suspense, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Lab } from '../lab/lab.ts'

const EmbedDialog = lazy(() => import('./EmbedDialog.tsx'))

interface Props {
  lab: Lab
  /** The name of the lesson's figure that is shown. */
  scene?: string
  children?: ReactNode
}

/** Opens the dialog that writes what other pages need to show what is on screen. */
export function EmbedButton({ lab, scene, children = 'Embed' }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {children}
      </button>
      {isOpen &&
        // On a phone the button is in a panel that closes.
        createPortal(
          <Suspense>
            <EmbedDialog lab={lab} scene={scene} onClose={() => setOpen(false)} />
          </Suspense>,
          document.body,
        )}
    </>
  )
}
