import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { LessonsView } from './LessonsView.tsx'

/** The page of the lessons. */
export const show = (root: HTMLElement): void =>
  createRoot(root).render(
    <StrictMode>
      <LessonsView />
    </StrictMode>,
  )
