// `npm run bench [-- adam rprop]`: steps per second of the engine against a plain loop of the same rule;
// `npm run bench -- networks`: examples per second of training against plain loops. Without arguments, both.
// `npm run bench -- peers`: both against the libraries of others, which are installed for it beside this script.
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
      input: ['scripts/bench/race.ts', 'scripts/bench/networks.ts', 'scripts/bench/peers.ts'],
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
if (chosen.includes('peers')) {
  const { peers } = await import('./bench/peers.mjs')
  const { racePeers } = await import(`../${outDir}/peers.js`)
  await racePeers(await peers())
}
const rules = chosen.filter((name) => !['networks', 'peers', 'drag'].includes(name))
if (chosen.length === 0 || rules.length > 0) {
  const { race } = await import(`../${outDir}/race.js`)
  race(rules)
}
