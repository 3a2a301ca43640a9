// `npm run bench [-- adam rprop]`: steps per second of the engine against a plain loop of the same rule;
// `npm run bench -- networks`: examples per second of training against plain loops. Without arguments, both.
// `npm run bench -- drag`: main-thread time of the built page while the start is dragged, in a browser.
// The engine is bundled first, so that what is timed is plain JavaScript, as in a browser.
import { ensureDependencies, root } from './ensure.mjs'

ensureDependencies()
const { build } = await import('vite')
const outDir = 'node_modules/.tmp/bench'
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    copyPublicDir: false,
    rolldownOptions: {
      input: ['scripts/bench/race.ts', 'scripts/bench/networks.ts'],
      // Node 20 folds a module's constants into machine code, but not variables: see kernels/arena.ts.
      output: { topLevelVar: false },
    },
    outDir,
    emptyOutDir: true,
    target: 'esnext',
  },
})
const chosen = process.argv.slice(2)
if (chosen.includes('drag')) {
  await build({ root, logLevel: 'warn' })
  const { raceDrag } = await import('./bench/drag.mjs')
  await raceDrag()
}
if (chosen.length === 0 || chosen.includes('networks')) {
  const { raceNetworks } = await import(`../${outDir}/networks.js`)
  raceNetworks()
}
const rules = chosen.filter((name) => name !== 'networks' && name !== 'drag')
if (chosen.length === 0 || rules.length > 0) {
  const { race } = await import(`../${outDir}/race.js`)
  race(rules)
}
