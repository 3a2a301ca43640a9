import { type RefObject, useEffect, useState } from 'react'
import type { Size } from './Layer.tsx'

/** The size of an element in CSS pixels, whole ones as layers measure it. */
export function useSize(element: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>()
  useEffect(() => {
    const { current } = element
    if (!current) return undefined
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = current
      setSize((old) => (old?.width === width && old.height === height ? old : { width, height }))
    })
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return size
}
