// How much of its speed a figure keeps on a page with eight: steps trained a second by one alone, and by each of the two
// that run of eight which were all told to. Steps of the clock: only worth something on a machine that does nothing else.
import { setTimeout as pause } from 'node:timers/promises'
import { preview } from 'vite'
import { findChromium } from '../browser.mjs'
import { root } from '../ensure.mjs'

/** More work than can be done while it is watched. */
const link = 'v=1&data=digits&net=64-64&act=relu&opt=sgd,adam&lr=.1,.001&steps=20000&speed=25'
const size = { width: 1300, height: 900 }
const seconds = 6

/** The steps a second of the figures that run, told to start, of `count` on a page. */
async function measure(browser, address, count) {
  const page = await browser.newPage({ viewport: size })
  const figure = `<optimizer-lab state="${link}" ui="figure" height="400" style="float: left; width: 600px"></optimizer-lab>`
  await page.route(`${address}bench.html`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><script src="v1/element.js"></script>${figure.repeat(count)}`,
    }),
  )
  await page.goto(`${address}bench.html`)
  await page.evaluate(() => {
    window.steps = new Map()
    document.addEventListener('optlab-progress', ({ target, detail }) =>
      window.steps.set(target, detail.step),
    )
    for (const one of document.querySelectorAll('optimizer-lab')) {
      one.scrollIntoView()
      void one.ready.then(() => one.run())
    }
    scrollTo(0, 0)
  })
  const read = () => page.evaluate(() => [...window.steps.values()])
  while ((await read()).length < Math.min(2, count)) await pause(100)
  await pause(1000)
  const before = await read()
  await pause(1000 * seconds)
  const after = await read()
  await page.close()
  return after.map((step, n) => (step - (before[n] ?? 0)) / seconds).filter((rate) => rate > 0)
}

/** Prints the rates, and the share that is left; needs a build in dist/. */
export async function raceEmbeds() {
  const { chromium } = await import('playwright')
  const server = await preview({ root, logLevel: 'warn', preview: { port: 0 } })
  const browser = await chromium.launch({ executablePath: await findChromium() })
  const address = server.resolvedUrls.local[0]
  const text = (rates) => rates.map((rate) => rate.toFixed(0)).join(' and ')
  try {
    const alone = await measure(browser, address, 1)
    const ofEight = await measure(browser, address, 8)
    const share = Math.min(...ofEight) / alone[0]
    console.log(
      `digits, steps a second: ${text(alone)} alone, ${text(ofEight)} of eight (${ofEight.length} run):`,
      `${(100 * share).toFixed(0)} % are left`,
    )
  } finally {
    await browser.close()
    await server.close()
  }
}
