import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Lab, LabState } from './lab.ts'
import type { Player } from './player.ts'

const LabContext = createContext<{ lab: Lab; player: Player } | undefined>(undefined)
export const LabProvider = LabContext.Provider

/** The lab that this component is mounted in. */
export function useLabContext(): { lab: Lab; player: Player } {
  const value = useContext(LabContext)
  if (!value) throw new Error('no lab around this component')
  return value
}

export const useLab = (): Lab => useLabContext().lab
export const usePlayer = (): Player => useLabContext().player

/**
 * What React renders from the lab's state. Never select `step` or `revision`: what moves is drawn by layers and
 * live text, outside React.
 */
export const useLabState = <T,>(select: (state: LabState) => T): T => useStore(useLab(), select)
