import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './IconButton.tsx'
import { KEY_LIST, showAwaitedKeyList } from './showKeyList.ts'
import './controls.css'

interface Props {
  keys: readonly { shown: readonly string[]; does: string }[]
  title?: string
  /** Stands below the list. */
  children?: ReactNode
}

/** What the keyboard does, as a dialog. */
export function KeyList({ keys, title = 'Keys', children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const close = () => dialog.current?.close()
  useEffect(showAwaitedKeyList, [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc does the same for the keyboard
    <dialog
      ref={dialog}
      id={KEY_LIST}
      className="key-list"
      aria-labelledby={titleId}
      // A press on the backdrop is a press on the dialog itself; its contents are in the div.
      onClick={(event) => event.target === dialog.current && close()}
      onKeyDown={(event) => event.key === '?' && close()}
    >
      <div>
        <header>
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label="Close" onPress={close} />
        </header>
        <dl>
          {keys.map(({ shown, does }) => (
            <div key={does}>
              <dt>
                {shown.map((key) => (key === '…' ? <span key={key}>…</span> : <kbd key={key}>{key}</kbd>))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        {children}
      </div>
    </dialog>
  )
}
