import { lazy, Suspense, useState } from 'react'
import { createPortal } from 'react-dom'
import { CopyLink } from '../controls/CopyLink.tsx'
import { useLab } from '../lab/context.tsx'
import { EmbedButton } from '../snippets/EmbedButton.tsx'

const Export = lazy(() => import('./Export.tsx'))

interface Props {
  /** Brings the address up to date and returns it. */
  copyLink: () => Promise<string | undefined>
}

/** What can be taken along from the page, in its bar. */
export default function Sharing({ copyLink }: Props) {
  const lab = useLab()
  const [isExporting, setExporting] = useState(false)
  return (
    <>
      <CopyLink copyLink={copyLink} />
      <EmbedButton lab={lab} />
      <button type="button" className="link" onClick={() => setExporting(true)}>
        Export
      </button>
      {isExporting &&
        // On a phone the button is in a panel that closes.
        createPortal(
          <Suspense>
            <Export copyLink={copyLink} onClose={() => setExporting(false)} />
          </Suspense>,
          document.body,
        )}
    </>
  )
}
