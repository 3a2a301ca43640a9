import { useSyncExternalStore } from 'react'

let loads = 0
const subscribe = (listener: () => void) => {
  const onLoad = () => {
    loads++
    listener()
  }
  document.fonts.addEventListener('loadingdone', onLoad)
  return () => document.fonts.removeEventListener('loadingdone', onLoad)
}

/** Counts arrivals of faces, and rerenders with each: text on a canvas does not change its face by itself. */
export const useFonts = (): number => useSyncExternalStore(subscribe, () => loads)
