import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Frame, type Page, test } from 'playwright/test'
import { expect } from './lab.ts'

const FILE = resolve('dist/v1/embed/index.html')
const RAVINE = 'v=1&f=ravine&opt=sgd,adam&lr=.04,.2&steps=100'

const frameOf = async (page: Page): Promise<Frame> => {
  const handle = await page.locator('iframe').elementHandle()
  const frame = await handle?.contentFrame()
  if (!frame) throw new Error('there is no frame')
  return frame
}
const rail = (frame: Frame | Page) => frame.getByRole('slider', { name: 'Step', exact: true })
const iframe = (src: string, attributes = '') =>
  `<iframe src="${src}" ${attributes} width="640" height="420" title="figure"></iframe>`

/** A host on an origin of its own, whose page is what a test sets. */
let server: Server
let host = ''
let html = ''
test.beforeAll(async () => {
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html><title>course</title>${html}`)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
test.afterAll(() => void server.close())
test.describe.configure({ mode: 'serial' })

/** Goes through 100 steps by the keyboard, and leaves nothing on the way. */
async function goesThrough(frame: Frame | Page) {
  await expect(frame.locator('.live-figure canvas').first()).toBeVisible()
  await rail(frame).press('End')
  await expect(async () => {
    await rail(frame).press('End')
    await expect(rail(frame)).toHaveAttribute('aria-valuenow', '100', { timeout: 500 })
  }).toPass()
}

for (const sandbox of [undefined, 'allow-scripts', 'allow-scripts allow-same-origin'])
  for (const scheme of ['http', 'file'])
    test(`in a frame from ${scheme}, sandbox ${sandbox ?? 'none'}, it computes, asks for nothing and stores nothing`, async ({
      page,
      baseURL,
    }, info) => {
      const requests: string[] = []
      page.on('request', (request) => requests.push(request.url()))
      const workers: string[] = []
      page.on('worker', (worker) => workers.push(worker.url()))
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
      // Storage throws, as where a frame is not trusted.
      await page.addInitScript(() => {
        for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
          Object.defineProperty(window, name, {
            get() {
              throw new DOMException('refused', 'SecurityError')
            },
          })
      })
      const attributes = sandbox === undefined ? '' : `sandbox="${sandbox}"`
      if (scheme === 'http') {
        html = iframe(`${baseURL}/v1/embed/#${RAVINE}`, attributes)
        await page.goto(host)
      } else {
        const course = info.outputPath('course.html')
        writeFileSync(course, `<!doctype html>${iframe(`${pathToFileURL(FILE).href}#${RAVINE}`, attributes)}`)
        await page.goto(pathToFileURL(course).href)
      }
      const frame = await frameOf(page)
      await goesThrough(frame)
      expect(faults).toEqual([])
      expect(workers).toHaveLength(1)
      const loaded = requests.filter((url) => !/^(blob|data):/.test(url) && !url.endsWith('favicon.ico'))
      expect(loaded).toHaveLength(2)
      expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2)
    })

test('what makes no sense in the address is told once, and the rest of it stands', async ({ page }) => {
  await page.goto(`/v1/embed/#${RAVINE}&kappa=many&ui=huge&nonsense=1`)
  const notice = page.getByRole('status').filter({ hasText: 'make no sense' })
  await expect(notice).toContainText('kappa: found "many"')
  await expect(notice).toContainText('ui: found "huge"')
  await expect(notice).not.toContainText('nonsense')
  await notice.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice).toHaveCount(0)
  await goesThrough(page)
  const link = page.getByRole('link', { name: 'Open in Descent' })
  await link.focus()
  await expect(link).toHaveAttribute('href', /#v=1&f=ravine&.*at=100&nonsense=1$/)
})

test('keys act only once the figure has been pressed, and a level lets change what it says', async ({
  page,
}) => {
  await page.goto(`/v1/embed/#${RAVINE}&ui=minimal&edit=&at=10`)
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '10')
  await page.keyboard.press('ArrowRight')
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '10')
  await page.locator('.live-map').click({ position: { x: 200, y: 20 } })
  await page.keyboard.press('ArrowRight')
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '11')
  await expect(page.getByRole('spinbutton', { name: /learning rate/ })).toHaveCount(0)
  await expect(page.getByRole('slider', { name: 'start, w1' })).toHaveCount(0)
})

test('a figure of a lesson is known by its name', async ({ page }) => {
  await page.goto('/v1/embed/#scene=signs')
  await expect(page.getByRole('heading', { name: 'Same valley, same start' })).toBeVisible()
  await expect(rail(page)).not.toHaveAttribute('aria-valuenow', '0')
})

test('on paper it is light, with its settings and its address', async ({ page }) => {
  await page.goto(`/v1/embed/#${RAVINE}&theme=dark&at=10`)
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '10')
  /** How bright the ground of the map is drawn. */
  const brightness = () =>
    page
      .locator('.live-map canvas')
      .first()
      .evaluate((canvas) => {
        const context = (canvas as HTMLCanvasElement).getContext('2d')
        return context?.getImageData(5, 5, 1, 1).data[0] ?? 0
      })
  expect(await brightness()).toBeLessThan(110)
  await page.evaluate(async () => {
    dispatchEvent(new Event('beforeprint'))
    // No frame comes before the page is printed.
    for (let n = 0; n < 40; n++) await Promise.resolve()
  })
  expect(await brightness()).toBeGreaterThan(150)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('#v=1&f=ravine')).toBeVisible()
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect.poll(brightness).toBeLessThan(110)
})

/** A page that speaks the protocol, badly if it is told to. */
const course = (src: string, k: string) => `
  ${iframe(src, 'sandbox="allow-scripts"')}
  <script>
    const frame = document.querySelector('iframe')
    const heard = (window.heard = [])
    addEventListener('message', (e) => e.source === frame.contentWindow && heard.push(e.data))
    window.post = (message, ports) => frame.contentWindow.postMessage(message, '*', ports)
    window.connect = (more) => {
      const { port1, port2 } = new MessageChannel()
      const events = []
      const waiting = new Map()
      let id = 0
      port1.onmessage = ({ data }) =>
        waiting.has(data.re) ? waiting.get(data.re)(data) : events.push(data)
      const call = (type, fields) =>
        new Promise((resolve) => {
          waiting.set(++id, resolve)
          port1.postMessage({ id, type, ...fields })
        })
      post({ ns: 'optlab', v: 1, type: 'connect', k: '${k}', ...more }, [port2])
      return { events, call, raw: (message) => port1.postMessage(message) }
    }
  </script>`

interface Talk {
  events: { type: string; [field: string]: unknown }[]
  call: (
    type: string,
    fields?: object,
  ) => Promise<{ ok: boolean; value?: unknown; error?: { code: string; path: string } }>
  raw: (message: unknown) => void
}
declare global {
  interface Window {
    heard: { type: string }[]
    talk: Talk
    connect: (more?: object) => Talk
    post: (message: unknown, ports?: Transferable[]) => void
  }
}

test('a page connects, drives the figure, and is told what the reader does', async ({ page, baseURL }) => {
  html = course(`${baseURL}/v1/embed/#${RAVINE}&k=secret&goal=loss,.5,100&host=${host}`, 'secret')
  await page.goto(host)
  const frame = await frameOf(page)
  await expect(rail(frame)).toBeVisible()
  expect(await page.evaluate(() => window.heard[0])).toMatchObject({
    ns: 'optlab',
    type: 'hello',
    k: 'secret',
  })

  // Without the nonce nobody is heard.
  await page.evaluate(() => (window.talk = window.connect({ k: 'guess' })))
  await page.evaluate(() => window.post({ ns: 'optlab', v: 1, type: 'ping', k: 'secret' }))
  await expect.poll(() => page.evaluate(() => window.heard.length)).toBe(2)
  expect(await page.evaluate(() => window.talk.events)).toEqual([])

  await page.evaluate(() => (window.talk = window.connect({ autosize: true, theme: 'dark' })))
  const events = (type: string) =>
    page.evaluate((one) => window.talk.events.filter((event) => event.type === one), type)
  await expect.poll(() => events('ready')).toHaveLength(1)
  await expect.poll(() => events('size')).not.toHaveLength(0)
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect.poll(() => events('goal')).toHaveLength(1)

  // The first page that connects is the only one.
  const late = await page.evaluate(async () => {
    const second = window.connect()
    await window.talk.call('getState')
    return second.events.length
  })
  expect(late).toBe(0)

  const call = (type: string, fields: object = {}) =>
    page.evaluate(([name, more]) => window.talk.call(name as string, more as object), [type, fields])
  expect(await call('patch', { changes: { kappa: '9', at: '20' } })).toMatchObject({ ok: true })
  await expect(rail(frame)).toHaveAttribute('aria-valuenow', '20')
  expect((await call('getState')).value).toMatch(/^v=1&f=ravine&kappa=9&.*at=20$/)
  expect(await call('step', { n: 5 })).toEqual({ re: expect.any(Number), ok: true, value: 25 })
  const { value: table } = await call('getTable')
  expect(table).toMatchObject({ columns: ['step', 'loss sgd', 'loss adam'] })

  expect(await call('setState', { state: 'f=nowhere' })).toMatchObject({
    error: { code: 'bad-state', path: 'f' },
  })
  expect(await call('eval', { code: 'alert(1)' })).toMatchObject({ error: { code: 'unknown-type' } })
  expect(await call('step', { n: NaN })).toMatchObject({ error: { code: 'bad-state', path: 'n' } })
  expect(await call('setState', { state: 'x'.repeat(70_000) })).toMatchObject({
    error: { code: 'too-large' },
  })
  await page.evaluate(() => [null, 'run', { type: 'run' }, new Date()].forEach((one) => window.talk.raw(one)))
  expect((await call('getState')).value).toMatch(/kappa=9/)

  await rail(frame).press('Home')
  await expect.poll(() => events('state')).toContainEqual(expect.objectContaining({ userInitiated: true }))
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2)
})

test('a pinned host is the only one that is heard, and goals are told to no other', async ({
  page,
  baseURL,
}) => {
  html = course(
    `${baseURL}/v1/embed/#${RAVINE}&k=secret&goal=loss,.5,100&host=https://course.example`,
    'secret',
  )
  await page.goto(host)
  const frame = await frameOf(page)
  await goesThrough(frame)
  await page.evaluate(() => (window.talk = window.connect()))
  await rail(frame).press('Home')
  await expect(rail(frame)).toHaveAttribute('aria-valuenow', '0')
  expect(await page.evaluate(() => [window.heard.length, window.talk.events.length])).toEqual([0, 0])
})

test('its height settles, and it does not grow by being given what it asks for', async ({
  page,
  baseURL,
}) => {
  html = course(`${baseURL}/v1/embed/#${RAVINE}&ui=minimal`, '').replace("k: '',", '')
  await page.goto(host)
  await expect(rail(await frameOf(page))).toBeVisible()
  await page.evaluate(() => {
    window.talk = window.connect({ autosize: true })
    const { push } = window.talk.events
    window.talk.events.push = (...events) => {
      for (const event of events)
        if (event.type === 'size')
          document.querySelector('iframe')!.style.height = `${String(event.height)}px`
      return push.apply(window.talk.events, events)
    }
  })
  const heights = () =>
    page.evaluate(() =>
      window.talk.events.flatMap(({ type, height }) => (type === 'size' ? [height as number] : [])),
    )
  await expect.poll(async () => (await heights()).length).toBeGreaterThan(0)
  for (const width of [900, 360]) {
    await page.evaluate((px) => (document.querySelector('iframe')!.style.width = `${px}px`), width)
    await expect(async () => {
      const { clientHeight, scrollHeight } = await (
        await frameOf(page)
      ).evaluate(() => document.documentElement)
      expect(scrollHeight).toBe(clientHeight)
    }).toPass()
  }
  const all = await heights()
  expect(all.length).toBeLessThanOrEqual(9)
  expect(Math.max(...all)).toBeLessThan(900)
})

test('out of sight it has no worker; in sight it plays, and out of sight again it stands', async ({
  page,
  baseURL,
}) => {
  html = `<p style="height: 3000px">text</p>${iframe(`${baseURL}/v1/embed/#${RAVINE}&run=visible&speed=0.25`)}`
  await page.goto(host)
  const frame = await frameOf(page)
  await expect(frame.getByRole('heading')).toBeAttached()
  expect(page.workers()).toHaveLength(0)
  const step = async () => Number(await rail(frame).getAttribute('aria-valuenow'))
  await page.locator('iframe').scrollIntoViewIfNeeded()
  await expect.poll(step).toBeGreaterThan(1)
  expect(page.workers()).toHaveLength(1)
  await page.evaluate(() => scrollTo(0, 0))
  await expect(frame.getByRole('button', { name: 'Play', exact: true })).toBeAttached()
  await page.locator('iframe').scrollIntoViewIfNeeded()
  await expect(frame.getByRole('button', { name: 'Pause', exact: true })).toBeAttached()
})

test('slides start and stop it, if the page around it says so', async ({ page, baseURL }) => {
  html = course(`${baseURL}/v1/embed/#${RAVINE}&speed=0.25`, '')
  await page.goto(host)
  const frame = await frameOf(page)
  await frame.getByRole('button', { name: 'Play', exact: true }).click()
  await page.evaluate(() => window.post('slide:stop'))
  await expect(frame.getByRole('button', { name: 'Play', exact: true })).toBeAttached()
  await page.evaluate(() => window.post('slide:start'))
  await expect(frame.getByRole('button', { name: 'Pause', exact: true })).toBeAttached()
})

test('with reduced motion nothing plays by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`/v1/embed/#${RAVINE}&run=visible`)
  await expect(page.getByText(/^Step 0: loss/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '0')
})

test('the file says in itself that it may ask for nothing', () => {
  expect(readFileSync(FILE, 'utf8')).toContain("default-src 'none'")
})
