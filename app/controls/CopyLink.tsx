import { useEffect, useRef, useState } from 'react'

interface Props {
  /** Brings the address up to date and returns it. */
  copyLink: () => Promise<string | undefined>
}

/** Puts the address on the clipboard, and says so in the place of its own name. */
export function CopyLink({ copyLink }: Props) {
  const [said, setSaid] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const copy = async () => {
    const link = await copyLink()
    let answer = link === undefined ? 'Too much for a link' : 'Copied'
    try {
      if (link !== undefined) await navigator.clipboard.writeText(link)
    } catch {
      // A frame may have no clipboard; the address bar always has the link.
      answer = 'It is in the address bar'
    }
    setSaid(answer)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setSaid(''), 2500)
  }
  return (
    <>
      <button type="button" className="link" onClick={() => void copy()}>
        {said || 'Copy link'}
      </button>
      <span className="unseen" role="status">
        {said}
      </span>
    </>
  )
}
