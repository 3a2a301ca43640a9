// `npm run bench [-- adam rprop]`: steps per second of the engine against a plain loop of the same rule;
// `npm run bench -- networks`: examples per second of training against plain loops. Without arguments, both.
// `npm run bench -- peers`: both against the libraries of others, which are installed for it beside this script.
// `npm run bench -- chromium`: the same in Chromium.
// `npm run bench -- memory`: what a step allocates, by function.
// `npm run bench -- surface`: frames and main-thread time of the built page while a race plays, and while its start is dragged.
// `npm run bench -- page`: its frames and waits while four networks are trained at full speed.
// `npm run bench -- embeds`: what a figure keeps of its speed beside seven others.
// The engine is bundled first, so that what is timed is plain JavaScript, as in a browser.
import { build } from './builds.mjs'
import { bundle } from './bundle.mjs'
import { ensureDependencies } from './ensure.mjs'

ensureDependencies()
const load = await bundle(
  'bench',
  ['race', 'networks', 'peers', 'memory'].map((name) => `scripts/bench/${name}.ts`),
)
const chosen = process.argv.slice(2)
const inBrowser = {
  surface: async () => (await import('./bench/surface.mjs')).raceSurface(),
  page: async () => (await import('./bench/page.mjs')).racePage(),
  embeds: async () => (await import('./bench/embeds.mjs')).raceEmbeds(),
}
const pages = Object.keys(inBrowser).filter((name) => chosen.includes(name))
if (pages.length > 0 && build() !== 0) process.exit(1)
for (const name of pages) await inBrowser[name]()
if (chosen.length === 0 || chosen.includes('networks')) {
  const { raceNetworks } = await load('networks')
  raceNetworks()
}
if (chosen.includes('peers')) {
  const { peers } = await import('./bench/peers.mjs')
  const { racePeers } = await load('peers')
  await racePeers(await peers())
}
if (chosen.includes('chromium')) {
  const { raceInChromium } = await import('./bench/chromium.mjs')
  await raceInChromium()
}
if (chosen.includes('memory')) {
  const { measureMemory } = await load('memory')
  measureMemory()
}
const rules = chosen.filter((name) => !['networks', 'peers', 'chromium', 'memory', ...pages].includes(name))
if (chosen.length === 0 || rules.length > 0) {
  const { race } = await load('race')
  race(rules)
}
