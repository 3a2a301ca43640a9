import { useSyncExternalStore } from 'react'
import { onShadeChange, readTheme, type Theme } from './theme.ts'

/** Read once per shade, whoever asks: reading costs a style pass. */
let current: Theme | undefined

const subscribe = (listener: () => void) =>
  onShadeChange(() => {
    current = undefined
    listener()
  })

/** The colours in force, for what is drawn on canvas; rerenders when the shade changes. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, () => (current ??= readTheme()))
