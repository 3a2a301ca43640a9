import { useSyncExternalStore } from 'react'
import { forgetWidths } from './lettering.ts'

let loads = 0

function subscribe(listener: () => void) {
  const onLoad = () => {
    loads++
    forgetWidths()
    listener()
  }
  document.fonts.addEventListener('loadingdone', onLoad)
  return () => document.fonts.removeEventListener('loadingdone', onLoad)
}

/** Counts arrivals of faces: text on a canvas does not change its face by itself. */
export const useFonts = (): number => useSyncExternalStore(subscribe, () => loads)
