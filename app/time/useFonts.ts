import { useSyncExternalStore } from 'react'

let arrived = 0
const subscribe = (listener: () => void) => {
  const onArrival = () => {
    arrived++
    listener()
  }
  document.fonts.addEventListener('loadingdone', onArrival)
  return () => document.fonts.removeEventListener('loadingdone', onArrival)
}

/** Rerenders when a font has come: a canvas, unlike the page, is not set anew by itself. */
export const useFonts = (): number => useSyncExternalStore(subscribe, () => arrived)
