// What the Network view costs while four networks are trained and played as fast as they go, in the built page: frames a
// second, main-thread time a frame, the longest task, and how long a press waits for its frame. Thread time where it can
// be; frames and waits are of the clock, and only worth something on a machine that does nothing else.
import { setTimeout as pause } from 'node:timers/promises'
import { preview } from 'vite'
import { findChromium } from '../browser.mjs'
import { root } from '../ensure.mjs'

const rates = { points: '.3,.1,.01,.02', digits: '.1,.03,.001,.003' }
const four = (data, lr) => `v=1&${data}&opt=sgd,momentum,rmsprop,adam&lr=${lr}&steps=20000&speed=25`
const workloads = [
  { name: 'four 2-16-16-1', link: four('data=circles&net=16-16', rates.points) },
  { name: 'four 64-64-64-10 on digits', link: four('data=digits&net=64-64&act=relu', rates.digits) },
]
/** Rows that TensorFlow Playground has as well. */
const playground = ['Decision', 'Network', 'Divergence']
const size = { width: 1440, height: 900 }
const seconds = Number(process.env.SECONDS ?? 10)
const presses = 10

/** Counts frames and long tasks; `press` resolves to the ms from a press of an element to the end of its frame. */
function watchPage() {
  window.frames60 = 0
  window.tasks = []
  const count = () => {
    window.frames60++
    requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
  new PerformanceObserver((list) =>
    window.tasks.push(...list.getEntries().map((one) => one.duration)),
  ).observe({
    type: 'longtask',
  })
  addEventListener(
    'click',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => (window.waited = performance.now() - timeStamp)
        port2.postMessage(0)
      }),
    true,
  )
}

/** Leaves only rows with these titles on screen. */
function keepRows(titles) {
  for (const row of document.querySelectorAll('.network-grid > section')) {
    const isKept = titles.some((title) => row.querySelector('h2').textContent.startsWith(title))
    row.style.display = isKept ? '' : 'none'
  }
}

async function train(page, client) {
  const read = async () => {
    const { metrics } = await client.send('Performance.getMetrics')
    const of = Object.fromEntries(metrics.map(({ name, value }) => [name, 1000 * value]))
    const [frames, tasks] = await page.evaluate(() => [window.frames60, window.tasks])
    return { task: of.TaskDuration, script: of.ScriptDuration, frames, tasks, now: performance.now() }
  }
  const before = await read()
  await pause(1000 * seconds)
  const after = await read()
  const frames = after.frames - before.frames
  return {
    rate: (1000 * frames) / (after.now - before.now),
    task: (after.task - before.task) / frames,
    script: (after.script - before.script) / frames,
    longest: Math.max(0, ...after.tasks.slice(before.tasks.length)),
  }
}

/** The median wait of presses of a button while it trains; by the bare mouse, for `click` looks first what it would hit. */
async function press(page, button) {
  const waits = []
  const { x, y, width, height } = await button.boundingBox()
  await page.mouse.move(x + width / 2, y + height / 2)
  for (let n = 0; n < presses; n++) {
    await page.evaluate(() => (window.waited = undefined))
    await page.mouse.down()
    await page.mouse.up()
    await page.waitForFunction(() => window.waited !== undefined)
    waits.push(await page.evaluate(() => window.waited))
    await pause(150)
  }
  return waits.sort((a, b) => a - b)[presses / 2]
}

/** Prints all of it; needs a build in dist/. */
export async function racePage() {
  const { chromium } = await import('playwright')
  const server = await preview({ root, logLevel: 'warn', preview: { port: 0 } })
  const browser = await chromium.launch({ executablePath: await findChromium() })
  const ms = (value) => `${value.toFixed(1)} ms`
  try {
    for (const { name, link } of workloads) {
      console.log(name)
      for (const rows of [playground, undefined]) {
        const page = await browser.newPage({ viewport: size })
        await page.addInitScript(watchPage)
        const client = await page.context().newCDPSession(page)
        await client.send('Performance.enable', { timeDomain: 'threadTicks' })
        await page.goto(`${server.resolvedUrls.local[0]}#${link}`)
        await page.getByText('computed').first().waitFor()
        if (rows) await page.evaluate(keepRows, rows)
        await pause(2000)
        const { rate, task, script, longest } = await train(page, client)
        console.log(
          `  ${rows ? 'map, network, loss' : 'all panels'}: ${rate.toFixed(0)} frames a second, ${ms(task)} a frame,`,
          `${ms(script)} of them script; ${longest > 0 ? `longest task ${ms(longest)}` : 'no task over 50 ms'}`,
        )
        if (!rows) {
          const step = await press(page, page.getByRole('button', { name: 'Step forward' }))
          const shown = await press(page, page.getByRole('switch', { name: 'BatchNorm' }))
          console.log(`  a press to its frame: ${ms(step)} for a step, ${ms(shown)} for a switch`)
        }
        await page.close()
      }
    }
  } finally {
    await browser.close()
    await server.close()
  }
}
