import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type FrameLocator, type Page, test } from 'playwright/test'
import { expect } from './lab.ts'

const RAVINE = 'v=1&f=ravine&steps=100&opt=sgd,adam&lr=.04,.2'
/** What computing in it takes a moment. */
const CIRCLES = 'v=1&data=circles&steps=200&opt=sgd,adam&lr=.3,.02'

/** A host on an origin of its own, whose page is what a test sets. */
let server: Server
let host = ''
let html = ''
let policy = ''
test.beforeAll(async () => {
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html')
    if (policy !== '') response.setHeader('content-security-policy', policy)
    response.end(`<!doctype html><title>course</title>${html}`)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
test.afterAll(() => void server.close())
test.beforeEach(() => void (policy = ''))
test.describe.configure({ mode: 'serial' })

const script = (baseURL: string | undefined) => `<script src="${baseURL}/v1/element.js" async></script>`
const element = (attributes: string, inner = '') => `<optimizer-lab ${attributes}>${inner}</optimizer-lab>`
const railOf = (frame: FrameLocator | Page) => frame.getByRole('slider', { name: 'Step', exact: true })
/** The n-th element's page. */
const frameOf = (page: Page, n = 0) => page.locator('optimizer-lab').nth(n).locator('iframe').contentFrame()

/** Notes every event of every element on the page that is opened next. */
const listen = (page: Page) =>
  page.addInitScript(() => {
    const types = ['ready', 'state', 'progress', 'finish', 'goal', 'warning', 'error', 'size']
    window.told = []
    for (const type of types)
      addEventListener(`optlab-${type}`, (event) =>
        window.told.push({ type, ...(event as CustomEvent<object>).detail }),
      )
  })
const told = (page: Page, type: string) =>
  page.evaluate((wanted) => window.told.filter((one) => one.type === wanted), type)

interface Driven extends HTMLElement {
  state: string | null
  running: boolean
}
declare global {
  interface Window {
    told: { type: string; [field: string]: unknown }[]
    most: number
  }
}
/** Calls a method of the first element. */
const drive = (page: Page, method: string, ...values: unknown[]) =>
  page
    .locator('optimizer-lab')
    .first()
    .evaluate(
      (one, [name, given]) =>
        (one as unknown as Record<string, (...all: unknown[]) => Promise<unknown>>)[name as string](
          ...(given as unknown[]),
        ),
      [method, values] as const,
    )
const stateOf = (page: Page) =>
  page
    .locator('optimizer-lab')
    .first()
    .evaluate((one) => (one as Driven).state)

test('a page drives it by its methods, and is told what the reader does and what is reached', async ({
  page,
  baseURL,
}) => {
  html = `${script(baseURL)}${element(`state="${RAVINE}&goal=loss,.5,100" ui="minimal" label="A ravine"`)}`
  await listen(page)
  await page.goto(host)
  const frame = frameOf(page)
  await expect(page.locator('iframe')).toHaveAttribute('title', 'A ravine')
  await expect(railOf(frame)).toBeVisible()
  await expect.poll(() => told(page, 'goal')).toMatchObject([{ run: 'adam' }])
  await expect(frame.getByRole('status').filter({ hasText: 'To do' })).toContainText('done by Adam')

  await drive(page, 'patch', { kappa: '9', at: '20' })
  await expect(railOf(frame)).toHaveAttribute('aria-valuenow', '20')
  expect(await drive(page, 'getState')).toMatch(/^v=1&f=ravine&kappa=9&.*at=20/)
  expect(await drive(page, 'step', 5)).toBe(25)
  expect(await drive(page, 'getTable')).toMatchObject({ columns: ['step', 'loss sgd', 'loss adam'] })
  await expect(drive(page, 'setState', 'f=nowhere')).rejects.toThrow('bad-state: f')
  // Several at once are answered one after the other.
  const steps = await page
    .locator('optimizer-lab')
    .evaluate((one) =>
      Promise.all([1, 2, 3].map((n) => (one as Driven & { step: (n: number) => unknown }).step(n))),
    )
  expect(steps).toEqual([26, 28, 31])

  await expect.poll(() => told(page, 'state')).not.toEqual([])
  expect(await told(page, 'state')).not.toContainEqual(expect.objectContaining({ userInitiated: true }))
  await railOf(frame).press('Home')
  await expect
    .poll(() => told(page, 'state'))
    .toContainEqual(expect.objectContaining({ userInitiated: true }))
  expect(await stateOf(page)).toMatch(/at=0$/)
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2)
})

test('a snippet made in the lab works in another page, and something of it remains where it is cleaned', async ({
  page,
  baseURL,
}, info) => {
  await page.goto(`${baseURL}/#${RAVINE}&at=20`)
  await page.getByRole('button', { name: 'Embed', exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Embed' })
  await dialog.getByLabel('Level').selectOption('compact')
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Two <in> a "ravine"')
  await dialog.getByRole('group', { name: 'Shows' }).getByLabel('Runs').uncheck()
  await dialog.getByLabel('Exercise').selectOption('loss')
  await dialog.getByLabel('to at most').fill('0.5')
  const preview = dialog.locator('optimizer-lab iframe').contentFrame()
  await expect(preview.getByRole('heading', { name: 'Two <in> a "ravine"' })).toBeVisible()
  await expect(preview.getByRole('button', { name: 'Curves' })).toBeVisible()
  await expect(preview.getByRole('button', { name: 'Runs' })).toHaveCount(0)
  await expect(dialog.getByText(/^At 640 px it is \d+ px high/)).toBeVisible()

  const textOf = (name: string) => dialog.getByRole('textbox', { name, exact: true }).inputValue()
  const snippet = await textOf('Element')
  const poster = await textOf('Poster link')
  const saved = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save as HTML' }).click()
  const file = info.outputPath('figure.html')
  await (await saved).saveAs(file)

  html = snippet
  await listen(page)
  await page.goto(host)
  await expect(railOf(frameOf(page))).toHaveAttribute('aria-valuenow', '20')
  await expect.poll(() => told(page, 'goal')).toHaveLength(1)
  expect(await drive(page, 'step', -5)).toBe(15)

  // What the cleaners of learning platforms do: foreign elements are unwrapped, scripts and frames go.
  const left = await page.evaluate(
    (texts) => {
      const { body } = new DOMParser().parseFromString(texts.join(''), 'text/html')
      for (const one of body.querySelectorAll('script, iframe, style')) one.remove()
      for (const one of body.querySelectorAll('*'))
        if (!['a', 'img', 'p'].includes(one.localName)) one.replaceWith(...one.childNodes)
      return [...body.querySelectorAll('a')].map(({ href, textContent, firstElementChild }) => [
        new URL(href).hash,
        textContent.trim() || firstElementChild?.getAttribute('alt'),
      ])
    },
    [snippet, poster],
  )
  const link = `#${RAVINE}&at=20`
  expect(left).toEqual([
    [link, 'Two <in> a "ravine"'],
    [link, 'Two <in> a "ravine"'],
  ])

  // The file needs neither the lab nor an address.
  await page.goto(pathToFileURL(file).href)
  await expect(page.getByRole('heading', { name: 'Two <in> a "ravine"' })).toBeVisible()
  await expect(railOf(page)).toHaveAttribute('aria-valuenow', '20')
})

test('moved in the page it keeps its state, and changed attributes are obeyed', async ({ page, baseURL }) => {
  html = `${script(baseURL)}${element(`state="${RAVINE}&at=10"`)}<section></section>`
  await listen(page)
  await page.goto(host)
  await expect(railOf(frameOf(page))).toHaveAttribute('aria-valuenow', '10')
  await drive(page, 'patch', { kappa: '9', at: '33' })
  await expect.poll(() => stateOf(page)).toMatch(/kappa=9.*at=33/)
  await page.evaluate(() =>
    document.querySelector('section')!.append(document.querySelector('optimizer-lab')!),
  )
  await expect(railOf(frameOf(page))).toHaveAttribute('aria-valuenow', '33')
  expect(await drive(page, 'getState')).toContain('kappa=9')

  await page.locator('optimizer-lab').evaluate((one) => one.setAttribute('theme', 'dark'))
  await expect(frameOf(page).locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.locator('optimizer-lab').evaluate((one) => one.setAttribute('ui', 'compact'))
  await expect(frameOf(page).getByRole('button', { name: 'Curves' })).toBeVisible()
  expect(await drive(page, 'getState')).toContain('kappa=9')
})

test('its height settles at that of its figure, whatever its width', async ({ page, baseURL }) => {
  html = `${script(baseURL)}<div>${element(`state="${RAVINE}" ui="minimal"`)}</div>`
  await listen(page)
  await page.goto(host)
  await expect(railOf(frameOf(page))).toBeVisible()
  for (const width of [900, 360, 640]) {
    await page.locator('div').evaluate((one, px) => (one.style.width = `${px}px`), width)
    await expect(async () => {
      const [given, wanted] = await Promise.all([
        page.locator('optimizer-lab').evaluate((one) => one.clientHeight),
        frameOf(page)
          .locator('.embed')
          .evaluate((one) => Math.ceil(one.getBoundingClientRect().height)),
      ])
      expect(given).toBe(wanted)
    }).toPass()
  }
  const sizes = await told(page, 'size')
  expect(sizes.length).toBeLessThanOrEqual(12)
})

test('of eight at most two run at a time, all come to their end, and nothing is asked for', async ({
  page,
  baseURL,
}) => {
  const eight = Array.from({ length: 8 }, (_, n) => element(`state="${CIRCLES}&seed=${n + 1}" height="240"`))
  html = `<style>optimizer-lab { float: left; width: 300px }</style>${script(baseURL)}${eight.join('')}`
  await page.addInitScript(() => {
    window.most = 0
    const look = () => {
      const all = [...document.querySelectorAll('optimizer-lab')] as Driven[]
      window.most = Math.max(window.most, all.filter(({ running }) => running).length)
      requestAnimationFrame(look)
    }
    look()
  })
  await page.setViewportSize({ width: 1300, height: 900 })
  await page.goto(host)
  for (let n = 0; n < 8; n++) await expect(railOf(frameOf(page, n))).toBeVisible()
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  for (let n = 0; n < 8; n++)
    await expect(async () => {
      await railOf(frameOf(page, n)).press('End')
      await expect(railOf(frameOf(page, n))).toHaveAttribute('aria-valuenow', '200', { timeout: 500 })
    }).toPass({ timeout: 30_000 })
  expect(await page.evaluate(() => window.most)).toBe(2)
  expect(requests.filter((url) => !/^(blob|data):/.test(url))).toEqual([])
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2)
})

test('it is loaded when it comes near the screen, and its words stand there until then', async ({
  page,
  baseURL,
}) => {
  html = `${script(baseURL)}<p style="height: 4000px">text</p>${element(`state="${RAVINE}"`, '<a href="#poster">A ravine</a>')}`
  await page.goto(host)
  await expect(page.getByRole('link', { name: 'A ravine' })).toBeVisible()
  await expect(page.locator('iframe')).toHaveCount(0)
  await page.locator('optimizer-lab').scrollIntoViewIfNeeded()
  await expect(railOf(frameOf(page))).toBeVisible()
  await expect(page.getByRole('link', { name: 'A ravine' })).toBeHidden()
})

test('where a page allows no foreign script, its words stand there, and a plain frame runs', async ({
  page,
  baseURL,
}) => {
  policy = "script-src 'self'"
  html = `${script(baseURL)}${element(`state="${RAVINE}"`, '<a href="#poster">A ravine</a>')}
    <iframe src="${baseURL}/v1/embed/#${RAVINE}" width="640" height="400"></iframe>`
  await page.goto(host)
  await expect(railOf(page.locator('iframe').contentFrame())).toBeVisible()
  await expect(page.getByRole('link', { name: 'A ravine' })).toBeVisible()
})

test('a learning platform that resizes what asks for it is asked, without a script', async ({
  page,
  baseURL,
}) => {
  html = `<script>
      addEventListener('message', ({ source, data }) => {
        const frame = document.querySelector('iframe')
        if (source === frame.contentWindow && data.subject === 'lti.frameResize') frame.height = data.height
      })
    </script>
    <iframe src="${baseURL}/v1/embed/#${RAVINE}&ui=minimal&size=auto" width="360" height="150"></iframe>`
  await page.goto(host)
  const frame = page.locator('iframe')
  await expect(railOf(frame.contentFrame())).toBeVisible()
  await expect(async () => {
    const height = await frame
      .contentFrame()
      .locator('.embed')
      .evaluate((one) => one.clientHeight)
    expect(height).toBeGreaterThan(300)
    expect(Math.abs((await frame.evaluate((one) => one.clientHeight)) - height)).toBeLessThanOrEqual(1)
  }).toPass()
})

test('the example course page runs from a disk', async ({ page }) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  await page.goto(pathToFileURL(resolve('dist/course/index.html')).href)
  const plain = page.locator('main > figure > iframe').contentFrame()
  await expect(railOf(plain)).toHaveAttribute('aria-valuenow', '24')
  for (const [n, last] of [60, 80, 400].entries()) {
    const frame = frameOf(page, n)
    await page.locator('optimizer-lab').nth(n).scrollIntoViewIfNeeded()
    await expect(async () => {
      await railOf(frame).press('End')
      await expect(railOf(frame)).toHaveAttribute('aria-valuenow', String(last), { timeout: 500 })
    }).toPass({ timeout: 20_000 })
  }
  const exercise = frameOf(page, 1)
  await exercise.getByRole('button', { name: 'Runs' }).click()
  await exercise.getByRole('spinbutton', { name: 'learning rate of Adam' }).press('Enter')
  await exercise.getByRole('textbox', { name: 'learning rate of Adam' }).fill('0.2')
  await page.keyboard.press('Enter')
  await expect(exercise.getByRole('status').filter({ hasText: 'To do' })).toContainText(
    'done by Adam at step',
  )
  expect(faults).toEqual([])
})
