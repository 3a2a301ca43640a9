// What the Surface view costs the page's main thread: eight runs of 300 steps in the ravine, played at 60 steps a second,
// then dragged by their start, the pointer moved every 16 ms. Thread time, so that what else the machine does counts
// little; frames and long tasks are of the clock.
import { setTimeout as pause } from 'node:timers/promises'
import { preview } from 'vite'
import { findChromium } from '../browser.mjs'
import { root } from '../ensure.mjs'

const race =
  'v=1&f=ravine&steps=300&opt=sgd,momentum,nesterov,adagrad,rmsprop,adam,rprop,sign' +
  '&lr=.01,.004,.004,.5,.01,.02,.1,.01&speed=5&at=0'
const size = { width: 1440, height: 900 }
const seconds = 4
/** A frame of a 60 Hz screen. */
const FRAME_MS = 1000 / 60

/** Collects the durations of tasks over 50 ms. */
function watchTasks() {
  window.tasks = []
  const keep = (list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))
  new PerformanceObserver(keep).observe({ type: 'longtask' })
}

/** Counts frames, those that the pointer moved before, and redraws of the canvas that all lines of the panels are on. */
function count() {
  const { clearRect } = CanvasRenderingContext2D.prototype
  const lines = document.querySelectorAll('.time-panels > canvas')[1]
  const counts = (window.counts = { frames: 0, moved: 0, answered: 0, redraws: 0 })
  let hasMoved = false
  let isOpen = false
  addEventListener('pointermove', () => (hasMoved = true), true)
  // Asked for in the frame before, so called before whatever a move asks for.
  const begin = () => {
    counts.frames++
    if (hasMoved) counts.moved++
    isOpen = hasMoved
    hasMoved = false
    requestAnimationFrame(begin)
  }
  requestAnimationFrame(begin)
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    if (this.canvas === lines) {
      counts.redraws++
      if (isOpen) counts.answered++
      isOpen = false
    }
    return clearRect.apply(this, box)
  }
}

/** Thread time of the page so far, in ms. */
async function meter(page) {
  const client = await page.context().newCDPSession(page)
  await client.send('Performance.enable', { timeDomain: 'threadTicks' })
  return {
    client,
    async read() {
      const { metrics } = await client.send('Performance.getMetrics')
      const of = Object.fromEntries(metrics.map(({ name, value }) => [name, 1000 * value]))
      return { task: of.TaskDuration, script: of.ScriptDuration, layout: of.LayoutDuration }
    },
  }
}

async function play(page, { read }) {
  await page.evaluate(watchTasks)
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await pause(500)
  await page.evaluate(count)
  const before = await read()
  await pause(1000 * seconds)
  const after = await read()
  const { frames } = await page.evaluate(() => window.counts)
  const tasks = await page.evaluate(() => window.tasks)
  return { frames, tasks, task: (after.task - before.task) / frames }
}

async function drag(page, { client, read }) {
  const start = await page.locator('.map-start').boundingBox()
  const x = start.x + start.width / 2
  const y = start.y + start.height / 2
  const move = async (milliseconds) => {
    for (let n = 0; n < milliseconds / 16; n++) {
      const to = { x: x + 60 * Math.sin(n / 9), y: y + 40 * Math.sin(n / 11) }
      // Not waited for: a hand does not wait either.
      void client.send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...to, button: 'left', buttons: 1 })
      await pause(16)
    }
  }
  await page.mouse.move(x, y)
  await page.mouse.down()
  await move(1000)
  await page.evaluate(count)
  const before = await read()
  await move(1000 * seconds)
  const after = await read()
  const counts = await page.evaluate(() => window.counts)
  await page.mouse.up()
  const each = (kind) => (after[kind] - before[kind]) / counts.redraws
  return { ...counts, task: each('task'), script: each('script'), layout: each('layout') }
}

/** Whether the browser draws canvases on the main thread, as it does without a GPU, and not beside it. */
async function drawsInSoftware(browser) {
  const client = await browser.newBrowserCDPSession()
  const { gpu } = await client.send('SystemInfo.getInfo')
  return gpu.featureStatus['2d_canvas'] !== 'enabled'
}

/** Prints frames a second, and milliseconds of main-thread time a frame; needs a build in dist/. */
export async function raceSurface() {
  const { chromium } = await import('playwright')
  const server = await preview({ root, logLevel: 'warn', preview: { port: 0 } })
  const browser = await chromium.launch({ executablePath: await findChromium() })
  try {
    const page = await browser.newPage({ viewport: size })
    await page.goto(`${server.resolvedUrls.local[0]}#${race}`)
    await page.locator('.time-panels > canvas').nth(1).waitFor()
    await pause(2000)
    const ms = (value) => `${value.toFixed(1)} ms`
    const rate = (number) => (number / seconds).toFixed(0)
    const gauge = await meter(page)
    const how = (await drawsInSoftware(browser)) ? ', canvases drawn in software' : ''
    const playing = await play(page, gauge)
    console.log(`playing 8 runs at 60 steps a second: ${rate(playing.frames)} frames a second${how}`)
    console.log(
      `  ${ms(playing.task)} a frame; ${playing.tasks.length} tasks over 50 ms ${playing.tasks.map(ms).join(' ')}`,
    )
    await page.getByRole('slider', { name: 'Step', exact: true }).last().press('Home')
    for (let n = 0; n < 15; n++) await page.keyboard.press('PageUp')
    const dragged = await drag(page, gauge)
    console.log(`dragging the start, 8 × 300 steps: ${ms(dragged.task)} of a frame's ${ms(FRAME_MS)}`)
    console.log(
      `  ${ms(dragged.script)} script, ${ms(dragged.layout)} layout a redraw; ${rate(dragged.redraws)} redraws a second`,
    )
    const share = (100 * dragged.answered) / dragged.moved
    console.log(
      `  ${rate(dragged.frames)} frames a second; ${share.toFixed(1)} % of those after a move show what it led to`,
    )
  } finally {
    await browser.close()
    await server.close()
  }
}
