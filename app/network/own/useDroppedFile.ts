import { useEffect, useRef } from 'react'

/** Calls back with a file that is dropped anywhere on the page. */
export function useDroppedFile(onFile: (file: File) => Promise<void>): void {
  const latest = useRef(onFile)
  useEffect(() => {
    latest.current = onFile
  })
  useEffect(() => {
    const calls = new AbortController()
    const { signal } = calls
    const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const allow = (event: DragEvent) => {
      if (isFile(event)) event.preventDefault()
    }
    const take = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0]
      if (!file) return
      event.preventDefault()
      void latest.current(file)
    }
    addEventListener('dragover', allow, { signal })
    addEventListener('drop', take, { signal })
    return () => calls.abort()
  }, [])
}
