import { useSyncExternalStore } from 'react'

/** Narrower, one run is shown at a time. */
const query = () => matchMedia('(max-width: 700px)')
const subscribe = (listener: () => void) => {
  const media = query()
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query().matches)
