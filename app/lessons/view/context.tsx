import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Lesson } from '../lesson.ts'
import type { Stand } from './stand.ts'

interface Reading {
  lesson: Lesson
  stand: Stand
}

const ReadingContext = createContext<Reading | undefined>(undefined)
export const ReadingProvider = ReadingContext.Provider

/** The lesson that is read, and the stand of its figure. */
export function useReading(): Reading {
  const value = useContext(ReadingContext)
  if (!value) throw new Error('no lesson around this component')
  return value
}

/** Whether the figure on the stand is the one that was last asked for by this reference. */
export function useIsShown(figure: string): boolean {
  const { lesson, stand } = useReading()
  return useStore(stand, ({ shown }) => shown?.lesson === lesson && shown.figure === figure)
}
