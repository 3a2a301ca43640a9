import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { ownFiles } from './app/element/ownFiles.plugin.ts'
import { fileTexts } from './app/embed/fileTexts.plugin.ts'
import { scenes } from './app/embed/scenes.plugin.ts'
import { formulas } from './app/formulas.plugin.ts'
import { plainImports } from './app/plainImports.plugin.ts'
import { worker } from './app/worker.plugin.ts'

/** Only in the build: the development server needs inline scripts. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: {
        'http-equiv': 'Content-Security-Policy',
        content: [
          "default-src 'self'",
          "script-src 'self'",
          "style-src 'self'",
          // Canvas and SVG exports pass through data and blob images.
          "img-src 'self' data: blob:",
          "font-src 'self'",
          // A sandboxed frame can start the worker from a blob only.
          "worker-src 'self' blob:",
          "connect-src 'self'",
          "object-src 'none'",
          "base-uri 'none'",
        ].join('; '),
      },
      injectTo: 'head-prepend',
    },
  ],
}

export default defineConfig({
  // Relative addresses: dist/ works under any path of any host.
  base: './',
  plugins: [react(), formulas(), scenes(), fileTexts, ownFiles, contentSecurityPolicy, plainImports],
  build: {
    target: 'es2023',
    sourcemap: false,
    // Inlined fonts and images would be data: addresses, which the policy refuses.
    assetsInlineLimit: 0,
    // One script and one style sheet are first; nothing needs to be preloaded beside them.
    modulePreload: false,
    cssCodeSplit: false,
    // What the first picture needs travels as one file: the parts it shares with later ones compress worse alone.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      // d3-array is one file, and calls these while it loads: what is made of them is not used.
      treeshake: { manualPureFunctions: ['bisector', 'Blur2', 'shuffler'], propertyReadSideEffects: false },
    },
  },
  worker,
  test: {
    include: ['{engine,app,scripts}/**/*.test.{ts,tsx}'],
    // No test waits for anything: one that takes long is on a machine that is busy.
    testTimeout: 60_000,
    // All kinds of problem are known in tests.
    setupFiles: [
      './engine/experiment/networks.ts',
      './engine/formula/surface.ts',
      './engine/training/networks.ts',
    ],
  },
})
