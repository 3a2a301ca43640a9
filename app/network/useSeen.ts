import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react'
import { isExposed, onExposure } from '../drawing/exposure.ts'

/**
 * Whether an element is on screen, or nearly, or in a picture that is taken: what is not asks for nothing and draws
 * nothing.
 */
export function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    if (!element.current) return undefined
    const observer = new IntersectionObserver(
      (entries) => setSeen(entries.some(({ isIntersecting }) => isIntersecting)),
      { rootMargin: '80px' },
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return useSyncExternalStore(onExposure, isExposed) || isSeen
}
