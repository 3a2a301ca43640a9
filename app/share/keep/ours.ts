import { createShelf } from './shelf.ts'

/** What is kept in this browser. Asking for the storage may throw where a frame has none. */
export const shelf = createShelf(() => localStorage)
