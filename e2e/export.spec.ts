import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright/test'
import { serious } from './axe.ts'
import { expect, RAVINE, test } from './lab.ts'

const CIRCLES = 'v=1&data=circles&opt=sgd,adam&lr=.3,.02&steps=60'

async function openExport(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog).toBeVisible()
  return dialog
}

/** Presses a button, and gives the file that comes of it. */
async function fileOf(page: Page, name: string) {
  const coming = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  const file = await coming
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

/** Drops a file somewhere on the page. */
async function drop(page: Page, name: string, text: string) {
  const transfer = await page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer()
      data.items.add(new File([text], name, { type: 'application/json' }))
      return data
    },
    [name, text],
  )
  await page.locator('main').dispatchEvent('drop', { dataTransfer: transfer })
}

const commandLine = (link: string, format: string) =>
  execFileSync(process.execPath, ['scripts/experiment.mjs', link, '--format', format])

/** The words in an SVG file, read by the browser's XML parser, which refuses what is not well formed. */
const readSvg = (page: Page, text: string) =>
  page.evaluate((source) => {
    const file = new DOMParser().parseFromString(source, 'image/svg+xml')
    const wordsOf = (name: string) => file.querySelector(name)?.textContent ?? ''
    return {
      isSound: file.querySelector('parsererror') === null,
      link: wordsOf('metadata'),
      settings: wordsOf('desc'),
      shown: [...file.querySelectorAll('text')].map((element) => element.textContent).join(' '),
      images: file.querySelectorAll('image').length,
      curves: file.querySelectorAll('path[fill="none"][stroke]').length,
    }
  }, text)

test('a picture of any panel has its words as text, its settings below it, and the link in the file', async ({
  lab,
  page,
}) => {
  await lab.open()
  const dialog = await openExport(page)
  const pictures = dialog.getByLabel('Picture of')
  expect(await pictures.locator('option').allInnerTexts()).toEqual([
    'The whole view',
    'Map',
    'Loss',
    'Second moment',
    'Effective step',
    'Sign-likeness',
  ])
  await pictures.selectOption('Loss')
  const { name, bytes } = await fileOf(page, 'SVG')
  expect(name).toBe('descent-ravine-loss.svg')
  const svg = await readSvg(page, bytes.toString())
  expect(svg.isSound).toBe(true)
  expect(svg.link).toContain(`#${RAVINE}&at=30`)
  expect(svg.settings).toMatch(
    /Ravine \(κ = 50\), start w = \(−5, 2\)[^]*Adam: η = 0\.2[^]*Step 30 of 60, seed 1/,
  )
  expect(svg.shown).toMatch(/Momentum .*Loss .*Step 30 of 60, seed 1.*opt=sgd/)
  // Five runs, what they have done and what they will do.
  expect(svg.curves).toBeGreaterThanOrEqual(10)
  expect(svg.images).toBe(0)
})

/** The share of pixels that are clearly another in one picture than in the other, drawn at one size. */
const difference = (page: Page, first: string, second: string) =>
  page.evaluate(
    async (addresses) => {
      const [a, b] = await Promise.all(
        addresses.map(async (address) => {
          const image = new Image()
          image.src = address
          await image.decode()
          const context = new OffscreenCanvas(800, 600).getContext('2d')!
          context.drawImage(image, 0, 0, 800, 600)
          return context.getImageData(0, 0, 800, 600).data
        }),
      )
      return a.filter((value, i) => Math.abs(value - b[i]) > 60).length / a.length
    },
    [first, second],
  )
const asAddress = (type: string, bytes: Buffer) => `data:${type};base64,${bytes.toString('base64')}`

test('the SVG shows what the PNG shows, its ground as an image', async ({ lab, page }) => {
  await lab.open()
  const dialog = await openExport(page)
  await dialog.getByLabel('Picture of').selectOption('Map')
  const png = asAddress('image/png', (await fileOf(page, 'PNG')).bytes)
  const { bytes } = await fileOf(page, 'SVG')
  const svg = bytes.toString()
  expect((await readSvg(page, svg)).images).toBe(1)
  expect(await difference(page, asAddress('image/svg+xml', bytes), png)).toBeLessThan(0.02)
  // Without its paths it would not.
  const bare = Buffer.from(svg.replace(/<path[^>]*stroke-width="2"[^>]*>/g, ''))
  expect(await difference(page, asAddress('image/svg+xml', bare), png)).toBeGreaterThan(0.002)
})

test('a PNG is twice as large as the page and holds the link', async ({ lab, page }) => {
  await lab.open()
  const dialog = await openExport(page)
  await dialog.getByLabel('Picture of').selectOption('Map')
  const { bytes } = await fileOf(page, 'PNG')
  const { width } = (await page.locator('.surface-map').boundingBox())!
  expect(bytes.readUInt32BE(16)).toBeGreaterThan(2 * width)
  const link = /iTXtSource\0{5}(\S+?&at=30)/.exec(bytes.toString('latin1'))
  expect(link?.[1]).toContain(RAVINE)
})

test('rows of the networks’ panels below the screen are in the picture of the whole', async ({
  lab,
  page,
}) => {
  await page.setViewportSize({ width: 1200, height: 420 })
  await lab.open(CIRCLES, 60)
  const dialog = await openExport(page)
  await dialog.getByLabel('Picture of').selectOption('Divergence')
  const svg = await readSvg(page, (await fileOf(page, 'SVG')).bytes.toString())
  expect(svg.shown).toMatch(/SGD .*Adam .*Divergence/)
  // Training and validation of two runs, the other run behind each.
  expect(svg.curves).toBeGreaterThanOrEqual(6)
})

test('the tables are those of the command line, byte by byte', async ({ lab, page }) => {
  for (const [link, at] of [
    [RAVINE, 30],
    [CIRCLES, 60],
  ] as const) {
    await page.goto('about:blank')
    await lab.open(link, at)
    await openExport(page)
    const csv = await fileOf(page, 'CSV')
    expect(csv.bytes.equals(commandLine(link, 'csv')), link).toBe(true)
    const lines = await fileOf(page, 'JSON lines')
    expect(lines.bytes.equals(commandLine(link, 'jsonl')), link).toBe(true)
  }
})

test('an experiment’s file, dropped on another, brings the same run back, and can be undone', async ({
  lab,
  page,
}) => {
  await lab.open('v=1&f=beale&opt=adam,lion&lr=.05,.02&seed=7&noise=.2')
  const hash = await lab.fingerprint()
  await openExport(page)
  const { name, bytes } = await fileOf(page, 'JSON')
  await page.goto('about:blank')
  await lab.open()
  await drop(page, name, bytes.toString())
  await expect.poll(() => lab.names()).toEqual(['Adam', 'Lion'])
  await expect.poll(() => lab.fingerprint()).toBe(hash)
  await lab.button('Undo').click()
  await expect(page.getByRole('combobox', { name: 'surface' })).toHaveValue('ravine')
})

test('a network’s file opens from the surface, chosen by hand', async ({ lab, page }) => {
  await lab.open(CIRCLES, 60)
  await openExport(page)
  const { name, bytes } = await fileOf(page, 'JSON')
  await page.goto('about:blank')
  await lab.open()
  const dialog = await openExport(page)
  await dialog.getByLabel('Open a file…').setInputFiles({ name, mimeType: 'application/json', buffer: bytes })
  await expect(page.getByText(/Train a/)).toBeVisible()
  await expect(lab.rail).toHaveAttribute('aria-valuemax', '60')
})

test('a file that is no experiment is answered by what is wrong with it, and nothing is lost', async ({
  lab,
  page,
}) => {
  await lab.open()
  await drop(page, 'notes.json', '{"version": 1,\n "problem": oops}')
  await expect(
    lab.notice(/notes\.json could not be opened\. Nothing has changed.*line 2, column/),
  ).toBeVisible()
  await drop(page, 'other.json', '{"version": 1, "problem": {"kind": "surface", "surface": "ravin"}}')
  await expect(lab.notice(/problem\.surface.*"ravin".*ravine/)).toBeVisible()
  expect(await lab.names()).toHaveLength(5)
})

test('the receipt is a script that names the experiment', async ({ lab, page }) => {
  await lab.open()
  await openExport(page)
  const { name, bytes } = await fileOf(page, 'Python script')
  expect(name).toBe('receipt.py')
  expect(bytes.toString()).toContain('v=1&f=ravine&opt=sgd,momentum,rmsprop,adam,sign')
})

const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0

test('the receipt, run by Python, comes to the same numbers', async ({ lab, page }, info) => {
  test.skip(!hasNumpy, 'needs python3 with NumPy')
  await lab.open('v=1&f=rosenbrock&opt=adam,rmsprop&lr=.1,.05&noise=.2&seed=5&steps=40', 40)
  await openExport(page)
  const path = info.outputPath('receipt.py')
  writeFileSync(path, (await fileOf(page, 'Python script')).bytes)
  const { stdout } = spawnSync('python3', [path, '--numpy'], { encoding: 'utf8' })
  const [, largest] = /largest relative difference: (\S+)/.exec(stdout) ?? []
  expect(Number(largest)).toBeLessThan(1e-8)
})

/** Keeps what is shown, under a name. */
async function keep(page: Page, name: string) {
  const dialog = await openExport(page)
  await dialog.getByRole('button', { name: 'Keep this experiment' }).click()
  const field = dialog.getByRole('textbox', { name: 'name of ravine' })
  await field.fill(name)
  await field.press('Enter')
  await expect(dialog.getByRole('textbox', { name: `name of ${name}` })).toBeVisible()
  return dialog
}
const keptNames = (dialog: Locator) =>
  dialog
    .getByRole('listitem')
    .getByRole('textbox')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))

test('what is kept is there on the next visit, opens, is renamed and deleted; nothing is stored before', async ({
  lab,
  page,
}) => {
  await lab.open()
  await openExport(page)
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
  await page.keyboard.press('Escape')
  await keep(page, 'five in a ravine')
  await page.goto('about:blank')
  await lab.open('v=1&f=rosenbrock&opt=adam', 10)
  let dialog = await openExport(page)
  expect(await keptNames(dialog)).toEqual(['five in a ravine'])
  await expect(dialog.getByRole('listitem').locator('img')).toHaveAttribute('src', /^data:image\/jpeg/)
  await dialog.getByRole('button', { name: 'open five in a ravine' }).click()
  await expect.poll(() => lab.names()).toHaveLength(5)
  dialog = await openExport(page)
  await dialog.getByRole('button', { name: 'delete five in a ravine' }).click()
  expect(await keptNames(dialog)).toEqual([])
  expect(await page.evaluate(() => localStorage.length)).toBe(0)
})

test('all that is kept goes to another browser as one file', async ({ lab, page }) => {
  await lab.open()
  await keep(page, 'mine')
  const { name, bytes } = await fileOf(page, 'Save all as a file')
  expect(name).toBe('descent-kept.json')
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await expect(page.locator('dialog')).toBeAttached()
  await drop(page, name, bytes.toString())
  await expect(lab.notice(/1 kept experiment is in this browser now/)).toBeVisible()
  expect(await keptNames(await openExport(page))).toEqual(['mine'])
})

test('where the browser keeps nothing, that is said, and a file is offered', async ({ lab, page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await lab.open()
  const dialog = await openExport(page)
  await dialog.getByRole('button', { name: 'Keep this experiment' }).click()
  await expect(dialog.getByText(/no room for more.*as a file instead/)).toBeVisible()
  expect(await keptNames(dialog)).toEqual([])
})

test('where storage may not even be touched, everything else works', async ({ lab, page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('denied', 'SecurityError')
        },
      })
  })
  await lab.open()
  await page.keyboard.press('t')
  const dialog = await openExport(page)
  await expect(dialog.getByRole('region', { name: 'Kept in this browser' }).getByRole('status')).toHaveText(
    'This browser does not let the page keep anything. Save the experiment as a file instead.',
  )
  await dialog.getByRole('button', { name: 'Keep this experiment' }).click()
  expect(await keptNames(dialog)).toEqual([])
  expect((await fileOf(page, 'JSON')).name).toMatch(/\.json$/)
})

test('on a phone the dialog is reached, fits, and is accessible', async ({ lab, page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await lab.open()
  await lab.button('More').click()
  const dialog = await openExport(page)
  await dialog.getByRole('button', { name: 'Keep this experiment' }).click()
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  expect(await dialog.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  expect(await serious(page)).toEqual([])
})

test('on paper the view is a picture in light colours with its settings as text, and the page comes back', async ({
  lab,
  page,
}) => {
  await lab.open()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const words = page.locator('.printed text')
  await expect(words.filter({ hasText: 'Step 30 of 60, seed 1.' })).toBeVisible()
  await expect(words.filter({ hasText: `#${RAVINE}` })).toBeVisible()
  await expect(words.filter({ hasText: /^Momentum$/ }).first()).toHaveAttribute('fill', 'rgb(43, 95, 217)')
  await expect(page.getByRole('button')).toHaveCount(0)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await expect(lab.map).toBeVisible()
  await expect(words).toHaveCount(0)
})

test('the button and its key print what is off screen, too', async ({ lab, page }) => {
  await page.setViewportSize({ width: 1200, height: 420 })
  await lab.open(CIRCLES, 60)
  const printed = () =>
    page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          window.print = () =>
            resolve(document.querySelector('.printed')?.shadowRoot?.querySelectorAll('path').length ?? 0)
        }),
    )
  const byKey = printed()
  await page.keyboard.press('Control+p')
  // Two networks with their edges and units, masks, violins, cells and curves.
  expect(await byKey).toBeGreaterThan(200)
  const byButton = printed()
  await (await openExport(page)).getByRole('button', { name: 'Print' }).click()
  expect(await byButton).toBeGreaterThan(200)
})
