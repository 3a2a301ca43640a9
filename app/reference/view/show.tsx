import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ReferenceView } from './ReferenceView.tsx'

/** The page of the reference. */
export const show = (root: HTMLElement): void =>
  createRoot(root).render(
    <StrictMode>
      <ReferenceView />
    </StrictMode>,
  )
