import { createContext, useContext, useState } from 'react'

export type OwnKind = 'points' | 'rows'

/** What a press on the map does while points are drawn: puts one of a class there, or takes the nearest away. */
export interface Pen {
  label: number
  erases: boolean
}

/** Where a person's own data are made: which way is open, and what has been written so far. */
export interface Own {
  shown: OwnKind | undefined
  show: (kind: OwnKind | undefined) => void
  /** Rows as text, good or not; undefined until something was written. */
  text: string | undefined
  write: (text: string) => void
  pen: Pen
  take: (pen: Pen) => void
}

const nothing: Own = {
  shown: undefined,
  show: () => {},
  text: undefined,
  write: () => {},
  pen: { label: 0, erases: false },
  take: () => {},
}

const OwnContext = createContext(nothing)
export const OwnProvider = OwnContext.Provider
export const useOwn = (): Own => useContext(OwnContext)

export function useNewOwn(): Own {
  const [shown, show] = useState<OwnKind>()
  const [text, write] = useState<string>()
  const [pen, take] = useState<Pen>(nothing.pen)
  return { shown, show, text, write, pen, take }
}
