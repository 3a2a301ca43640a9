// Tunes a learning rate for every optimizer on networks: the search for `networkRates`, see engine/experiment/networkRates.ts.
// It takes some twenty minutes. The engine is bundled first, as for the bench.
import { readFileSync } from 'node:fs'
import { ensureDependencies, root } from './ensure.mjs'

ensureDependencies()
const { build } = await import('vite')
const outDir = 'node_modules/.tmp/rates'
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    copyPublicDir: false,
    rolldownOptions: { input: 'scripts/rates/networks.ts', output: { topLevelVar: false } },
    outDir,
    emptyOutDir: true,
    target: 'esnext',
  },
})
const { searchNetworks } = await import(`../${outDir}/networks.js`)
searchNetworks((path) => new Uint8Array(readFileSync(`${root}public/${path}`)))
