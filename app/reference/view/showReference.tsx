import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ReferenceView } from './ReferenceView.tsx'

/** The page of the reference. */
export const showReference = (root: HTMLElement): void =>
  createRoot(root).render(
    <StrictMode>
      <ReferenceView />
    </StrictMode>,
  )
