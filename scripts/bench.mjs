// `npm run bench [-- adam rprop]`: steps per second of the engine against a plain loop of the same rule.
// The engine is bundled first, so that what is timed is plain JavaScript, as in a browser.
import { ensureDependencies, root } from './ensure.mjs'

ensureDependencies()
const { build } = await import('vite')
const outDir = 'node_modules/.tmp/bench'
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: { ssr: 'scripts/bench/race.ts', outDir, emptyOutDir: true, target: 'esnext' },
})
const { race } = await import(`../${outDir}/race.js`)
race(process.argv.slice(2))
