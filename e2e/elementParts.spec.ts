import type { Page } from 'playwright/test'
import { faultsOf, railOf, RAVINE, test } from './host.ts'
import { expect } from './lab.ts'

const script = (baseURL: string | undefined) => `<script src="${baseURL}/v1/element.js" async></script>`
const element = (attributes: string, inner = '') => `<optimizer-lab ${attributes}>${inner}</optimizer-lab>`
const lab = (page: Page, n = 0) => page.locator('optimizer-lab').nth(n)
const figure = (page: Page, n = 0) => lab(page, n).locator('iframe').contentFrame()
const heightOf = async (page: Page, n = 0) => (await lab(page, n).locator('iframe').boundingBox())?.height

interface Driven extends HTMLElement {
  ready: Promise<void>
  state: string | null
  version: number
  running: boolean
  frame: HTMLIFrameElement | null
  run: () => Promise<void>
  getState: () => Promise<string>
  getTable: () => Promise<{ rows: unknown[] }>
  snapshot: (how?: object) => Promise<Blob>
}
interface Told {
  type: string
  at: number
  detail: Record<string, unknown>
}
declare global {
  interface Window {
    heardOf: Told[]
  }
}

test('every attribute says something of its figure', async ({ page, baseURL, host }) => {
  const src = `src="${baseURL}/v1/embed/index.html#v=1&f=booth&opt=adam&at=5"`
  const faults = faultsOf(page)
  await host.open(
    page,
    [
      script(baseURL),
      element(
        `${src} ui="minimal" panels="map,loss" edit="" theme="dark" lang="en" label="Booth" sizing="fill" height="20"`,
      ),
      element('scene="signs" height="300" sizing="fill" sandbox="allow-scripts allow-same-origin"'),
      element(`state="${RAVINE}" run="visible" host-active="false" height="9000" sizing="fill"`),
      '<p style="height: 4000px"></p>',
      element(`state="${RAVINE}&at=7" run="off" eager`),
    ].join(''),
  )
  const first = figure(page)
  await expect(railOf(first)).toHaveAttribute('aria-valuenow', '5')
  await expect(first.getByRole('heading', { name: 'One optimizer on the Booth' })).toBeAttached()
  await expect(first.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(first.getByRole('slider', { name: 'start, w1' })).toHaveCount(0)
  await expect(lab(page).locator('iframe')).toHaveAttribute('title', 'Booth')
  await expect(lab(page).locator('iframe')).toHaveAttribute(
    'sandbox',
    'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads',
  )
  // Neither less than can be seen nor more than a page should give.
  expect(await heightOf(page)).toBe(80)
  expect(await heightOf(page, 2)).toBe(4000)

  await expect(figure(page, 1).getByRole('heading', { name: 'Same valley, same start' })).toBeVisible()
  expect(await heightOf(page, 1)).toBe(300)
  await expect(lab(page, 1).locator('iframe')).toHaveAttribute('sandbox', 'allow-scripts allow-same-origin')

  // Far away, and there all the same; without anything to play it with.
  await lab(page, 3).evaluate((one) => (one as Driven).ready)
  await expect(figure(page, 3).getByRole('button', { name: 'Play', exact: true })).toHaveCount(0)

  // What its page holds back does nothing, though it would play at once.
  await lab(page, 2).evaluate((one) => (one as Driven).ready)
  await expect(railOf(figure(page, 2))).toHaveAttribute('aria-valuenow', '0')
  expect(await lab(page, 2).evaluate((one) => (one as Driven).running)).toBe(false)
  await lab(page, 2).evaluate((one) => one.removeAttribute('host-active'))
  await lab(page, 2).scrollIntoViewIfNeeded()
  await expect(railOf(figure(page, 2))).not.toHaveAttribute('aria-valuenow', '0')
  expect(faults).toEqual([])
})

test('in a shadow tree its events are heard by the page, each of them', async ({ page, baseURL, host }) => {
  const faults = faultsOf(page)
  await page.addInitScript(() => {
    window.heardOf = []
    for (const type of ['ready', 'state', 'progress', 'finish', 'goal', 'warning', 'error', 'size'])
      addEventListener(`optlab-${type}`, (event) =>
        window.heardOf.push({
          type,
          at: performance.now(),
          detail: (event as CustomEvent<Told['detail']>).detail,
        }),
      )
  })
  // Two copies of the script do no harm.
  await host.open(page, `${script(baseURL)}${script(baseURL)}<div></div>`)
  const state = 'v=1&f=ravine&steps=90&opt=sgd&lr=.2&goal=diverge&ui=huge&kept=yes'
  await page.evaluate(async (text) => {
    await customElements.whenDefined('optimizer-lab')
    const root = document.querySelector('div')!.attachShadow({ mode: 'open' })
    const own = document.createElement('optimizer-lab') as unknown as Driven
    own.setAttribute('state', text)
    root.append(own)
    await own.ready
    await own.run()
  }, state)
  const heard = async (type: string) =>
    (await page.evaluate(() => window.heardOf)).filter((one) => one.type === type)
  await expect.poll(() => heard('finish')).toHaveLength(1)
  expect((await heard('ready'))[0].detail).toMatchObject({ v: 1, app: 'descent', minHeight: 240 })
  expect((await heard('warning'))[0].detail).toMatchObject({ issues: [{ path: 'ui', found: '"huge"' }] })
  expect((await heard('goal'))[0].detail).toMatchObject({ goal: 'diverge', reached: true, run: 'sgd' })
  expect(await heard('size')).not.toHaveLength(0)
  expect((await heard('finish'))[0].detail).toMatchObject({ step: 90 })
  await expect.poll(async () => (await heard('state')).at(-1)?.detail.state).toMatch(/&at=90&kept=yes$/)

  // Told four times a second at most, however often it draws.
  const progress = await heard('progress')
  const took = (await heard('finish'))[0].at - progress[0].at
  expect(progress.length).toBeGreaterThan(1)
  expect(progress.length).toBeLessThanOrEqual(2 + took / 250)
  expect(progress.at(-1)?.detail).toMatchObject({ steps: 90 })
  // A state is told once it stays.
  expect((await heard('state')).length).toBeLessThanOrEqual(2 + took / 250)

  const { version, running, frame, most } = await page.evaluate(() => {
    const own = document.querySelector('div')!.shadowRoot!.querySelector('optimizer-lab') as unknown as Driven
    const { maxRunning } = customElements.get('optimizer-lab') as unknown as { maxRunning: number }
    return { version: own.version, running: own.running, frame: own.frame?.tagName, most: maxRunning }
  })
  expect({ version, running, frame, most }).toEqual({ version: 1, running: false, frame: 'IFRAME', most: 2 })

  // What it cannot be is told, and it stays what it was.
  await page.evaluate(() =>
    document
      .querySelector('div')!
      .shadowRoot!.querySelector('optimizer-lab')!
      .setAttribute('state', 'f=nowhere'),
  )
  await expect.poll(() => heard('error')).toMatchObject([{ detail: { message: 'bad-state: f' } }])
  expect(faults).toEqual([])

  // What is taken out of the page leaves nothing behind.
  expect(page.frames()).toHaveLength(2)
  await page.evaluate(() => document.querySelector('div')!.remove())
  await expect.poll(() => page.frames()).toHaveLength(1)
})

test('a press on its words loads it where it is; with Ctrl they are a link', async ({
  page,
  baseURL,
  host,
}) => {
  const poster = element(`state="${RAVINE}&at=9"`, '<a href="#poster"><b>A ravine</b></a>')
  // Nothing comes near the screen by itself here.
  await page.addInitScript(() => {
    window.IntersectionObserver = class {
      observe() {}
      disconnect() {}
    } as unknown as typeof IntersectionObserver
  })
  await host.open(page, `${script(baseURL)}${poster}`)
  await page.evaluate(() => customElements.whenDefined('optimizer-lab'))
  await page.getByText('A ravine').click({ modifiers: ['ControlOrMeta'] })
  await expect(page.locator('iframe')).toHaveCount(0)
  await page.getByText('A ravine').click()
  await expect(page.locator('iframe')).toHaveCount(1)
  await expect(page.getByText('A ravine')).toBeHidden()
  expect(page.url()).not.toContain('#poster')
})
