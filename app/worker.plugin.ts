import type { UserConfig } from 'vite'
import { unreadInEngine, unreadInWorker, without } from './unread.plugin.ts'

/** How workers are built: each is one self-contained file, which also starts as a classic worker from a blob. */
export const worker: NonNullable<UserConfig['worker']> = {
  format: 'iife',
  plugins: () => [without(unreadInWorker), without(unreadInEngine, /engine\/worker\//)],
  rolldownOptions: {
    output: { entryFileNames: 'assets/[name].worker-[hash].js' },
    // Parameters that nobody reads are not made.
    treeshake: {
      manualPureFunctions: ['number', 'choice', 'toggle', 'text'],
      propertyReadSideEffects: false,
    },
  },
}
