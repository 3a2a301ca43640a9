import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type DOMPurify from 'dompurify'
import type { Page } from 'playwright/test'
import sanitizeHtml from 'sanitize-html'
import { snippetsOf } from '../app/snippets/snippets.ts'
import { serious } from './axe.ts'
import { faultsOf, iframe, LONG, railOf, RAVINE, requestsOf, test } from './host.ts'
import { expect } from './lab.ts'

/** What computing in it takes a moment. */
const CIRCLES = 'v=1&data=circles&net=4&steps=40&opt=sgd,adam&lr=.3,.02&at=40'

const script = (baseURL: string | undefined) => `<script src="${baseURL}/v1/element.js" async></script>`
const element = (attributes: string, inner = '') => `<optimizer-lab ${attributes}>${inner}</optimizer-lab>`
/** The n-th element's page. */
const frameOf = (page: Page, n = 0) => page.locator('optimizer-lab').nth(n).locator('iframe').contentFrame()

const dompurify = readFileSync(createRequire(import.meta.url).resolve('dompurify/dist/purify.min.js'), 'utf8')

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
  host,
}) => {
  await listen(page)
  const own = `state="${RAVINE}&goal=loss,.5,100" ui="minimal" label="A ravine"`
  await host.open(page, `${script(baseURL)}${element(own)}`)
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
  const pictures = await page.locator('optimizer-lab').evaluate(async (one) => {
    const lab = one as unknown as { snapshot: (how?: object) => Promise<Blob> }
    const [svg, png] = [await lab.snapshot({ type: 'svg' }), await lab.snapshot()]
    const { width } = await createImageBitmap(png)
    return { svg: await svg.text(), type: png.type, width, given: one.clientWidth }
  })
  expect(pictures).toMatchObject({ type: 'image/png', width: pictures.given + 32 })
  expect(pictures.svg).toMatch(/^<\?xml[^]*<title>Two optimizers[^]*<\/svg>\s*$/)
  expect(pictures.svg).toMatch(/<text[^>]*>Adam</)
  expect(pictures.svg).toMatch(/<image[^>]* href="data:image\/png;base64,/)
  expect(pictures.svg).not.toContain('Open in Descent')
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

test('a snippet made in the lab works in another page, as a file too', async ({
  page,
  baseURL,
  host,
}, info) => {
  // A way through four pages.
  test.slow()
  await page.goto(`${baseURL}/#${RAVINE}&at=20`)
  await page.getByRole('button', { name: 'Embed', exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Embed' })
  await dialog.getByLabel('Level').selectOption('compact')
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Two <in> a "ravine"')
  await dialog.getByRole('group', { name: 'Shows' }).getByLabel('Runs').uncheck()
  await dialog.getByLabel('Exercise').selectOption('loss')
  await dialog.getByLabel('within, in steps').fill('101')
  await expect(page.getByRole('alert')).toHaveText(
    'This takes a whole number from 0 to 100, the figure’s steps.',
  )
  await dialog.getByLabel('within, in steps').fill('100')
  await dialog.getByLabel('to at most').fill('0.5')
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(await serious(page, 'dialog[open]')).toEqual([])
  const preview = dialog.locator('optimizer-lab iframe').contentFrame()
  await expect(preview.getByRole('heading', { name: 'Two <in> a "ravine"' })).toBeVisible()
  await expect(preview.getByRole('button', { name: 'Curves' })).toBeVisible()
  await expect(preview.getByRole('button', { name: 'Runs' })).toHaveCount(0)
  await expect(dialog.getByText(/^At 640 px it is \d+ px high/)).toBeVisible()

  const textOf = (name: string) => dialog.getByRole('textbox', { name, exact: true }).inputValue()
  const snippet = await textOf('Element')
  const saved = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save as HTML' }).click()
  const file = info.outputPath('figure.html')
  await (await saved).saveAs(file)

  await listen(page)
  await host.open(page, snippet)
  await expect(railOf(frameOf(page))).toHaveAttribute('aria-valuenow', '20')
  await expect.poll(() => told(page, 'goal')).toHaveLength(1)
  expect(await drive(page, 'step', -5)).toBe(15)

  // The file needs neither the lab nor an address.
  await page.goto(pathToFileURL(file).href)
  await expect(page.getByRole('heading', { name: 'Two <in> a "ravine"' })).toBeVisible()
  await expect(railOf(page)).toHaveAttribute('aria-valuenow', '20')
})

test('what cleans pages leaves something of a snippet that can be used', async ({ page }) => {
  const link = `${RAVINE}&at=20`
  const title = 'Two <in> a "ravine"'
  const figure = { lab: 'https://lab.example/', link, short: link, pairs: [], title, width: 640, height: 420 }
  const snippets = snippetsOf({ ...figure, picture: 'ravine.png' })
  const html = ['Frame', 'Element', 'Poster link']
    .map((name) => snippets.find((snippet) => snippet.name === name)?.text)
    .join('')
  await page.evaluate(dompurify)
  const purified = await page.evaluate(
    (text) => (window as unknown as { DOMPurify: typeof DOMPurify }).DOMPurify.sanitize(text),
    html,
  )
  const { allowedTags, allowedAttributes } = sanitizeHtml.defaults
  // As Canvas: frames with an address and a size, no scripts, no tags that it does not know.
  const platform = sanitizeHtml(html, {
    allowedTags: [...allowedTags, 'iframe', 'img'],
    allowedAttributes: { ...allowedAttributes, iframe: ['src', 'title', 'width', 'height'] },
  })
  const left = (text: string) =>
    page.evaluate((cleaned) => {
      const { body } = new DOMParser().parseFromString(cleaned, 'text/html')
      const frames = [...body.querySelectorAll('iframe')].map(({ src, title: name }) => [src, name])
      const links = [...body.querySelectorAll('a')].map((one) => [
        one.href,
        one.textContent.trim() || one.querySelector('img')?.alt,
      ])
      return [...frames, ...links]
    }, text)
  const opens = [`https://lab.example/#${link}`, title]
  expect(await left(purified)).toEqual([opens, opens])
  // It takes pictures out too, and keeps the links.
  expect(await left(sanitizeHtml(html))).toEqual([opens, [opens[0], undefined]])
  expect(await left(platform)).toEqual([[`https://lab.example/v1/embed/#${link}`, title], opens, opens])
})

test('moved in the page it keeps its state, and changed attributes are obeyed', async ({
  page,
  baseURL,
  host,
}) => {
  await listen(page)
  await host.open(page, `${script(baseURL)}${element(`state="${RAVINE}&at=10"`)}<section></section>`)
  await expect(railOf(frameOf(page))).toHaveAttribute('aria-valuenow', '10')
  await drive(page, 'patch', { kappa: '9', at: '33' })
  await expect.poll(() => stateOf(page)).toMatch(/kappa=9.*at=33/)
  await page.evaluate(() =>
    document.querySelector('section')!.append(document.querySelector('optimizer-lab')!),
  )
  await expect(railOf(frameOf(page))).toHaveAttribute('aria-valuenow', '33')
  expect(await drive(page, 'getState')).toContain('kappa=9')

  // Moved as a whole, where a browser can do that, it is not even loaded again.
  const kept = await page.evaluate(() => {
    const one = document.querySelector('optimizer-lab') as Driven & { frame: HTMLIFrameElement }
    const inside = one.frame.contentWindow
    document.body.moveBefore(one, document.querySelector('section'))
    return one.frame.contentWindow === inside
  })
  expect(kept).toBe(true)
  expect(await drive(page, 'step', 1)).toBe(34)
  expect(await told(page, 'ready')).toHaveLength(2)

  // What is asked of a figure that is then taken away is answered: with no.
  const asked = await page.locator('optimizer-lab').evaluate(async (one) => {
    const answer = (one as unknown as { getTable: () => Promise<unknown> }).getTable()
    const parent = one.parentElement!
    const said = answer.then(
      () => 'answered',
      (error: Error) => error.message,
    )
    await Promise.resolve()
    one.remove()
    const was = await said
    parent.append(one)
    return was
  })
  expect(asked).toBe('closed')
  await expect(railOf(frameOf(page))).toHaveAttribute('aria-valuenow', '34')

  await page.locator('optimizer-lab').evaluate((one) => one.setAttribute('theme', 'dark'))
  await expect(frameOf(page).locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.locator('optimizer-lab').evaluate((one) => one.setAttribute('ui', 'compact'))
  await expect(frameOf(page).getByRole('button', { name: 'Curves' })).toBeVisible()
  expect(await drive(page, 'getState')).toContain('kappa=9')
})

test('of eight at most two run at a time, all come to their end, and nothing is asked for', async ({
  page,
  baseURL,
  host,
}) => {
  const eight = Array.from({ length: 8 }, (_, n) => element(`state="${CIRCLES}&seed=${n + 1}" height="240"`))
  await page.addInitScript(() => {
    window.most = 0
    const look = () => {
      const all = [...document.querySelectorAll('optimizer-lab')] as Driven[]
      window.most = Math.max(window.most, all.filter(({ running }) => running).length)
      requestAnimationFrame(look)
    }
    look()
  })
  const requests = requestsOf(page)
  await page.setViewportSize({ width: 1300, height: 900 })
  const style = '<style>optimizer-lab { float: left; width: 300px }</style>'
  await host.open(page, `${style}${script(baseURL)}${eight.join('')}`)
  for (let n = 0; n < 8; n++)
    await expect(railOf(frameOf(page, n))).toHaveAttribute('aria-valuenow', '40', { timeout: 20_000 })
  expect(await page.evaluate(() => window.most)).toBe(2)
  // The page, the script, eight frames.
  expect(requests).toHaveLength(10)
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2)
})

test('it is loaded when it comes near the screen, and its words stand there until then', async ({
  page,
  baseURL,
  host,
}) => {
  const far = `<p style="height: 4000px">text</p>${element(`state="${RAVINE}"`, '<a href="#poster">A ravine</a>')}`
  await host.open(page, `${script(baseURL)}${far}`)
  await expect(page.getByRole('link', { name: 'A ravine' })).toBeVisible()
  await expect(page.locator('iframe')).toHaveCount(0)
  await page.locator('optimizer-lab').scrollIntoViewIfNeeded()
  await expect(railOf(frameOf(page))).toBeVisible()
  await expect(page.getByRole('link', { name: 'A ravine' })).toBeHidden()
})

test('where it is folded away it is not loaded, and runs once it is opened', async ({
  page,
  baseURL,
  host,
}) => {
  const folded = `<details><summary>Figure</summary>${element(`state="${LONG}&at=20"`)}</details>`
  const tab = `<div id="tab" style="display: none">${iframe(`${baseURL}/v1/embed/#${LONG}&at=20`)}</div>`
  await host.open(
    page,
    `${script(baseURL)}${folded}${tab}<button>Tab</button>
    <script>document.querySelector('button').onclick = () => (document.querySelector('#tab').style.display = '')</script>`,
  )
  await expect(page.locator('optimizer-lab')).toBeAttached()
  await page.evaluate(() => customElements.whenDefined('optimizer-lab'))
  expect(await page.locator('optimizer-lab iframe').count()).toBe(0)
  expect(page.workers()).toHaveLength(0)
  await page.getByText('Figure').click()
  await expect(railOf(frameOf(page))).toHaveAttribute('aria-valuenow', '20')
  expect(page.workers()).toHaveLength(1)
  await page.getByRole('button', { name: 'Tab' }).click()
  await expect(railOf(page.getByTitle('figure', { exact: true }).contentFrame())).toHaveAttribute(
    'aria-valuenow',
    '20',
  )
})

test('on a page that allows no foreign script its words stand there; a plain frame runs on every page', async ({
  page,
  baseURL,
  host,
}) => {
  const words = element(`state="${RAVINE}"`, '<a href="#poster">A ravine</a>')
  const src = `${baseURL}/v1/embed/#${RAVINE}&at=20`
  const runs = async () =>
    expect(railOf(page.getByTitle('figure', { exact: true }).contentFrame())).toHaveAttribute(
      'aria-valuenow',
      '20',
    )

  const csp = "default-src 'none'; script-src 'self'; frame-src *"
  await host.open(page, `${script(baseURL)}${words}${iframe(src)}`, { 'content-security-policy': csp })
  await runs()
  await expect(page.getByRole('link', { name: 'A ravine' })).toBeVisible()
  // An isolated page takes what says that it may be embedded, or a frame without credentials.
  const coep = { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' }
  await host.open(page, iframe(`${host.strict}#${RAVINE}&at=20`), coep)
  await runs()
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true)
  await host.open(page, iframe(src, 'credentialless'), coep)
  await runs()
})

test('what data are read from is in the figure', async ({ page, baseURL, host }) => {
  const requests = requestsOf(page)
  const sets = ['digits', 'iris', 'penguins']
  const frames = sets.map((data) =>
    iframe(`${baseURL}/v1/embed/#v=1&data=${data}&net=8&steps=4&opt=adam&lr=.01&at=4`),
  )
  await page.setViewportSize({ width: 1360, height: 900 })
  await host.open(page, frames.join(''))
  for (const frame of page.frames().slice(1)) {
    await expect(railOf(frame)).toHaveAttribute('aria-valuenow', '4')
    await expect(frame.getByText('CC')).toBeVisible()
    expect(await serious(frame)).toEqual([])
  }
  expect(requests).toHaveLength(1 + sets.length)
})

test('a learning platform that resizes what asks for it is asked, without a script', async ({
  page,
  baseURL,
  host,
}) => {
  const platform = `<script>
      addEventListener('message', ({ source, data }) => {
        const frame = document.querySelector('iframe')
        if (source === frame.contentWindow && data.subject === 'lti.frameResize') frame.height = data.height
      })
    </script>
    <iframe src="${baseURL}/v1/embed/#${RAVINE}&ui=minimal&size=auto" width="360" height="150"></iframe>`
  await host.open(page, platform)
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
  const faults = faultsOf(page)
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
