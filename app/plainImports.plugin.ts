import type { Plugin } from 'vite'

/** Without preloads a dynamic import is all that is left of Vite's way to load a later part. */
export const plainImports: Plugin = {
  name: 'plain-imports',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load()',
  },
}
