import type { Page } from 'playwright/test'
import { expect, Lab, RAVINE, test } from './lab.ts'

/** Wraps window.Worker before the page's own scripts run; `end()` ends all workers as a browser would: silently. */
const wrapWorkers = (page: Page, afterMessages = Infinity) =>
  page.addInitScript((most: number) => {
    const workers: Worker[] = []
    let killed = false
    const end = () => {
      killed = true
      for (const worker of workers.splice(0)) worker.terminate()
    }
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        workers.push(this)
        let messages = 0
        this.addEventListener('message', () => {
          if (++messages > most && !killed) end()
        })
      }
    }
    Object.assign(window, { end, started: () => workers.length })
  }, afterMessages)

const STARTED_AGAIN = 'worker ended and was started again. Nothing is lost.'

test('a worker that is killed is started again: the edit under way is computed, and a notice tells', async ({
  lab,
  page,
}) => {
  await wrapWorkers(page)
  await lab.open()
  const before = await lab.losses()
  await page.evaluate(() => (window as unknown as { end: () => void }).end())
  // What was computed stays to be scrubbed.
  await lab.seek(45)
  await expect(lab.loss('SGD')).not.toHaveText(before.SGD)
  await lab.seek(30)
  await lab.number('learning rate of SGD').press('ArrowDown')
  await expect(lab.notice(STARTED_AGAIN)).toBeVisible()
  await expect(lab.loss('SGD')).not.toHaveText(before.SGD)
  await lab.isAt(30)
  await lab.button('Undo').click()
  await expect.poll(() => lab.losses()).toEqual(before)
  await lab.notice(STARTED_AGAIN).getByRole('button', { name: 'Dismiss' }).click()
  await expect(lab.notice(STARTED_AGAIN)).toHaveCount(0)
})

test('killed in the middle of a long race, it goes on from where it was to the same bits', async ({
  lab,
  page,
  browser,
}) => {
  const link = 'v=1&f=ravine&opt=sgd,adam&noise=.3&steps=20000'
  await wrapWorkers(page, 2)
  await page.goto(`/#${link}&at=20000`)
  await expect(lab.notice(STARTED_AGAIN)).toBeVisible()
  await lab.isAt(20_000)

  const context = await browser.newContext()
  const other = await context.newPage()
  await other.goto(`/#${link}&at=20000`)
  const undisturbed = new Lab(other)
  await undisturbed.isAt(20_000)
  expect(await lab.losses()).toEqual(await undisturbed.losses())
  expect(await lab.fingerprint()).toBe(await undisturbed.fingerprint())
  await context.close()
})

test('a page of surfaces loads no networks; a page of networks starts workers of another kind', async ({
  lab,
  page,
}) => {
  const started = () => page.workers().map((worker) => /(\w+)\.worker/.exec(worker.url())?.[1])
  const loaded: string[] = []
  page.on('response', (response) => loaded.push(response.url()))
  await lab.open(undefined, 60)
  expect(started()).toEqual(['surface'])
  expect(loaded.filter((url) => /network/.test(url))).toEqual([])
  await page.getByRole('link', { name: 'Network' }).click()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await expect.poll(() => new Set(started())).toEqual(new Set(['network']))
})

const IN_THE_PAGE = 'This page cannot start a worker here'

test('where no worker can start, all works in the page, and one quiet sentence says so', async ({
  lab,
  page,
}) => {
  await page.addInitScript(() => {
    window.Worker = function refuse() {
      throw new DOMException('not here', 'SecurityError')
    } as unknown as typeof Worker
  })
  await lab.open(undefined, 60)
  await expect(lab.notice(IN_THE_PAGE)).toHaveCount(1)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(lab.loss('SGD')).toHaveText('0.120')
  await lab.type('learning rate of SGD', '0.02')
  await expect(lab.loss('SGD')).not.toHaveText('0.120')
  await lab.button('Undo').click()
  await expect(lab.loss('SGD')).toHaveText('0.120')
  await lab.button('Play').click()
  await expect(lab.button('Pause')).toBeVisible()
  await expect.poll(() => lab.step()).toBeLessThan(60)
  await lab.button('Pause').click()
  await lab.button('Why').click()
  await expect(lab.notice(IN_THE_PAGE)).toContainText('sandboxed frame')
})

test('in the page the bits are those of the worker', async ({ lab, page, browser }) => {
  const link = 'v=1&f=himmelblau&opt=sgd,adam,rprop&noise=.2&at=60'
  await page.goto(`/#${link}`)
  await lab.isAt(60)
  const here = await lab.fingerprint()
  const context = await browser.newContext()
  const other = await context.newPage()
  await other.addInitScript(() => Reflect.deleteProperty(window, 'Worker'))
  await other.goto(`/#${link}`)
  const inPage = new Lab(other)
  await inPage.isAt(60)
  await expect(inPage.notice(IN_THE_PAGE)).toBeVisible()
  expect(await inPage.fingerprint()).toBe(here)
  await context.close()
})

test('an engine that dies again and again says so, keeps what it computed, and can be restarted by hand', async ({
  lab,
  page,
}) => {
  await wrapWorkers(page)
  // Longer than the page would compute by itself.
  await lab.open(`${RAVINE}&steps=1000`)
  const before = await lab.losses()
  await page.evaluate(() => {
    // From now on every worker fails at its first request.
    const Before = window.Worker
    Object.assign(window, { Before })
    window.Worker = class extends Before {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        this.postMessage = () =>
          setTimeout(() => this.onerror?.(new ErrorEvent('error', { message: 'out of memory' })))
      }
    }
    ;(window as unknown as { end: () => void }).end()
  })
  await lab.number('learning rate of SGD').press('ArrowDown')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The engine stopped at step 1000')
  await expect(alert).toContainText('out of memory')
  await expect(alert).toContainText('What was computed is still here to scrub')
  await lab.seek(45)
  await lab.seek(30)
  expect(await lab.losses()).toEqual(before)

  await page.evaluate(() => {
    window.Worker = (window as unknown as { Before: typeof Worker }).Before
  })
  await alert.getByRole('button', { name: 'Restart the engine' }).click()
  await expect(alert).toHaveCount(0)
  await expect(lab.loss('SGD')).not.toHaveText(before.SGD)
})
