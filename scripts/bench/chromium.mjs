// The race against the libraries of others in Chromium, by the processor time of the page's thread.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'
import { findChromium } from '../browser.mjs'
import { root } from '../ensure.mjs'
import { folder, installPeers } from './peers.mjs'

const outDir = join(root, 'node_modules/.tmp/bench-chromium')
const wasm = join(folder, 'node_modules/@tensorflow/tfjs-backend-wasm/dist')
const types = { html: 'text/html', mjs: 'text/javascript', js: 'text/javascript', wasm: 'application/wasm' }

/** What the page may ask for; nothing leaves the machine. */
function fileOf(name) {
  if (name === '') return '<!doctype html><script type="module" src="/chromium.js"></script>'
  return readFileSync(join(name.endsWith('.wasm') ? wasm : outDir, name))
}

export async function raceInChromium() {
  installPeers()
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      copyPublicDir: false,
      rolldownOptions: {
        input: join(folder, 'chromium.mjs'),
        output: { entryFileNames: '[name].js', topLevelVar: false },
      },
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      chunkSizeWarningLimit: 5000,
    },
  })
  const { chromium } = await import('playwright')
  const browser = await chromium.launch({ executablePath: await findChromium() })
  try {
    const page = await browser.newPage()
    const client = await page.context().newCDPSession(page)
    await client.send('Performance.enable', { timeDomain: 'threadTicks' })
    await page.exposeFunction('processorTime', async () => {
      const { metrics } = await client.send('Performance.getMetrics')
      return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value
    })
    await page.route('**/*', (route) => {
      const name = basename(new URL(route.request().url()).pathname)
      const contentType = types[name.split('.').at(-1)] ?? types.html
      return route.fulfill({ contentType, body: fileOf(name) })
    })
    page.on('console', (message) => {
      if (message.type() === 'log') console.log(message.text())
    })
    await new Promise((resolve, reject) => {
      page.on('pageerror', reject)
      page.exposeFunction('finished', resolve).then(() => page.goto('http://bench.test/'), reject)
    })
  } finally {
    await browser.close()
  }
}
