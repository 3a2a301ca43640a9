// What a visitor downloads before the first picture, compressed as a host would; the budgets are part of the tests.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const dist = fileURLToPath(new URL('../dist', import.meta.url))
const budgets = {
  'initial scripts': 130,
  'worker, surface': 15,
  'worker, network': 31,
  'embed, whole': 410,
  element: 4,
}

/** kB by which what gzip makes of a file may differ from one Node to the next. */
const SLACK = 0.2
const kilobytes = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000
const sum = (files) => files.reduce((total, file) => total + kilobytes(file), 0)

/** gzip kB by kind. Vite names the entry and all that it imports statically in the page (modulepreload). */
function measure() {
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, file]) => file)
  const assets = readdirSync(join(dist, 'assets')).map((file) => `assets/${file}`)
  const scripts = assets.filter((file) => file.endsWith('.js'))
  const isWorker = (kind) => (file) => file.includes(`/${kind}.worker-`)
  // The engine's, of which a page starts one kind; others start when they are asked for.
  const isEngine = (file) => ['surface', 'network'].some((kind) => isWorker(kind)(file))
  return {
    'initial scripts': sum(named.filter((file) => file.endsWith('.js'))),
    'initial styles': sum(named.filter((file) => file.endsWith('.css'))),
    'later scripts': sum(scripts.filter((file) => !named.includes(file) && !isEngine(file))),
    'worker, surface': sum(scripts.filter(isWorker('surface'))),
    'worker, network': sum(scripts.filter(isWorker('network'))),
    'embed, whole': kilobytes('v1/embed/index.html'),
    element: kilobytes('v1/element.js'),
  }
}

/** Prints the sizes; true when all are within their budgets. */
export function report() {
  const sizes = Object.entries(measure())
  for (const [kind, size] of sizes) {
    const budget = budgets[kind]
    const note = budget ? `  of ${budget}${size > budget + SLACK ? '  TOO LARGE' : ''}` : ''
    console.log(`${kind.padEnd(16)} ${size.toFixed(1).padStart(6)} kB gzip${note}`)
  }
  return sizes.every(([kind, size]) => size <= (budgets[kind] ?? Infinity) + SLACK)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(report() ? 0 : 1)
