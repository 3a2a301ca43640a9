import { useEffect, useRef, useState } from 'react'
import { type Made, mayNotSave, save, sizeText } from './save.ts'

export interface Making {
  /** Makes something, says so, and hands it over. One at a time; called off when the dialog goes. */
  make: (words: string, act: (signal: AbortSignal) => Promise<Made | undefined>) => Promise<void>
  busy: boolean
  said: string
  /** What was made last. */
  made: Made | undefined
  /** It stands in the dialog, to be copied. */
  isShown: boolean
  show: () => void
}

export function useMaking(): Making {
  const [made, setMade] = useState<Made>()
  const [isShown, setShown] = useState(false)
  const [said, say] = useState('')
  const [busy, setBusy] = useState(false)
  const call = useRef<AbortController>(undefined)
  useEffect(() => () => call.current?.abort(), [])

  const make: Making['make'] = async (words, act) => {
    const { signal } = (call.current = new AbortController())
    setBusy(true)
    setMade(undefined)
    say(words)
    // The words are painted before the work begins.
    await new Promise((resolve) => setTimeout(resolve, 50))
    try {
      const file = await act(signal)
      if (signal.aborted) return
      setMade(file)
      setShown(mayNotSave())
      if (!file) say('')
      else if (mayNotSave()) say(`This frame may not save files. This is ${file.name}, to copy:`)
      else {
        save(file)
        say(`${file.name}, ${sizeText(file.blob.size)}, goes to your downloads.`)
      }
    } catch (error) {
      say(`That could not be made: ${error instanceof Error ? error.message : String(error)}.`)
    } finally {
      setBusy(false)
    }
  }
  return { make, busy, said, made, isShown, show: () => setShown(true) }
}
