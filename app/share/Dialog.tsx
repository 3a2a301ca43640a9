import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from '../controls/IconButton.tsx'

interface Props {
  title: string
  onClose: () => void
  children: ReactNode
}

/** A dialog that is open for as long as it is there. */
export function Dialog({ title, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    // Twice in development, where effects run twice.
    if (!dialog.current?.open) dialog.current?.showModal()
    // React does not know it yet: a press beside the dialog closes it, where the browser sees to that.
    dialog.current?.setAttribute('closedby', 'any')
  }, [])
  const close = () => dialog.current?.close()
  return (
    <dialog ref={dialog} className="key-list share" aria-labelledby={titleId} onClose={onClose}>
      <div>
        <header>
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label="Close" onPress={close} />
        </header>
        {children}
      </div>
    </dialog>
  )
}
