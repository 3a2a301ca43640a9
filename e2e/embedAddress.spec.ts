import { deflateRawSync } from 'node:zlib'
import '../engine/experiment/networks.ts'
import { asBytes, partsOf, toBase64url } from '../engine/experiment/packed.ts'
import { parseExperiment } from '../engine/experiment/parse.ts'
import { experimentToText } from '../engine/experiment/text.ts'
import { brightnessOf, iframe, railOf, RAVINE, test } from './host.ts'
import { expect } from './lab.ts'

const CIRCLES = 'v=1&data=circles&net=4&steps=40&opt=sgd,adam&lr=.3,.02'
const play = { name: 'Play', exact: true }

test('a language that it does not speak is told, and the page says which one it speaks', async ({ page }) => {
  await page.goto(`/v1/embed/#${RAVINE}&lang=de`)
  const notice = page.getByRole('status').filter({ hasText: 'make no sense' })
  await expect(notice).toContainText('lang: found "de"')
  await expect(notice).toContainText('figures speak English')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.locator('html')).not.toHaveAttribute('dir', 'rtl')
  await page.goto('about:blank')
  await page.goto(`/v1/embed/#${RAVINE}&lang=en-GB&at=10`)
  await expect(railOf(page)).toHaveAttribute('aria-valuenow', '10')
  await expect(notice).toHaveCount(0)
})

test('if it is said so nothing leads out of it, and it is not played', async ({ page }) => {
  await page.goto(`/v1/embed/#v=1&data=iris&net=4&steps=20&opt=adam&lr=.01&ui=full&links=0&run=off`)
  await expect(page.locator('canvas').first()).toBeVisible()
  await expect(page.getByText('CC BY')).toBeVisible()
  await expect(page.getByRole('link')).toHaveCount(0)
  await expect(page.getByRole('button', play)).toHaveCount(0)
  await expect(railOf(page)).toHaveCount(0)
})

test('a formula and rows of one’s own are in its address', async ({ page }) => {
  await page.goto('/v1/embed/#v=1&f=formula&formula=x^2+%2B+4y^2&start=-4,2&opt=sgd,adam&lr=.1,.2&at=5')
  await expect(railOf(page)).toHaveAttribute('aria-valuenow', '5')
  // From 32: x shrinks by 0.8 a step, y by 0.2.
  await expect(page.getByText(/^Step 5: loss of SGD 1\.72/)).toBeVisible()

  const table = {
    inputs: ['length', 'width'],
    target: 'kind',
    classes: ['rose', 'tulip'],
    rows: Array.from({ length: 40 }, (_, i) => [i / 10, (i * 7) % 5, i % 2]),
  }
  const read = parseExperiment({
    problem: { kind: 'network', data: { kind: 'table' }, table },
    steps: 30,
    runs: [{ optimizer: 'adam' }],
  })
  const { open, packable } = partsOf(read.ok ? experimentToText(read.experiment) : '')
  const z = toBase64url(deflateRawSync(asBytes(packable)))
  await page.goto('about:blank')
  await page.goto(`/v1/embed/#${open}&z=${z}&at=30`)
  await expect(railOf(page)).toHaveAttribute('aria-valuenow', '30')
  await expect(page.getByRole('status')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'One optimizer on your own rows' })).toBeVisible()

  // The lab writes such an address itself.
  await page.goto(`/#${open}&z=${z}`)
  await page.getByRole('button', { name: 'Embed', exact: true }).first().click()
  const snippet = page.getByRole('dialog', { name: 'Embed' }).getByRole('textbox', { name: 'Frame' })
  await expect(snippet).toHaveValue(/#v=1&data=table.*&z=/)
})

for (const ui of ['figure', 'minimal', 'compact', 'full'])
  test(`at its level ${ui} it fits the smallest frame, and the shape of a film`, async ({ page }) => {
    for (const [link, last] of [
      [RAVINE, '100'],
      [CIRCLES, '40'],
    ]) {
      await page.goto('about:blank')
      await page.goto(`/v1/embed/#${link}&ui=${ui}`)
      for (const [width, height] of [
        [640, 360],
        [320, 240],
      ]) {
        await page.setViewportSize({ width, height })
        await expect(page.getByRole('button', play)).toBeInViewport({ ratio: 1 })
        await expect(railOf(page)).toBeInViewport({ ratio: 1 })
        await expect(async () => {
          await railOf(page).press('End')
          await expect(railOf(page)).toHaveAttribute('aria-valuenow', last, { timeout: 500 })
        }).toPass()
        const drawn = page.locator('.live-map, .panel-cell').first()
        await expect(drawn).toBeInViewport({ ratio: 1 })
        expect((await drawn.boundingBox())?.height).toBeGreaterThan(30)
        const beyond = await page.evaluate(() => {
          const { clientHeight, clientWidth, scrollHeight, scrollWidth } = document.documentElement
          return [scrollWidth - clientWidth, scrollHeight - clientHeight]
        })
        expect(beyond).toEqual([0, 0])
      }
    }
  })

test('its colours are those of its address, or else of the system as that changes', async ({ page }) => {
  const brightness = () => brightnessOf(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(`/v1/embed/#${RAVINE}`)
  await expect.poll(brightness).toBeGreaterThan(150)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(brightness).toBeLessThan(110)
  await page.goto('about:blank')
  await page.goto(`/v1/embed/#${RAVINE}&theme=light`)
  await expect.poll(brightness).toBeGreaterThan(150)
  await page.goto('about:blank')
  await page.goto(`/v1/embed/#${RAVINE}&theme=contrast`)
  await expect(page.locator('html')).toHaveAttribute('data-contrast', '')
  await expect.poll(brightness).toBeLessThan(110)
})

test('it leaves the focus and the place to the page around it', async ({ page, baseURL, host }) => {
  const far = '<p style="height: 3000px"><input autofocus /></p>'
  const src = `${baseURL}/v1/embed/#${RAVINE}&run=visible`
  await host.open(page, `${iframe(src)}${far}${iframe(src)}`)
  for (const frame of page.frames().slice(1)) await expect(frame.getByRole('heading')).toBeAttached()
  await expect
    .poll(async () => Number(await railOf(page.frames()[1]).getAttribute('aria-valuenow')))
    .toBeGreaterThan(2)
  await expect(page.locator('input')).toBeFocused()
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

test('while its page is hidden it rests, and goes on after', async ({ page }) => {
  await page.addInitScript(() => {
    let state = 'visible'
    Object.defineProperty(document, 'visibilityState', { get: () => state })
    addEventListener('hide-or-show', () => {
      state = state === 'visible' ? 'hidden' : 'visible'
      document.dispatchEvent(new Event('visibilitychange'))
    })
  })
  const turn = () => page.evaluate(() => dispatchEvent(new Event('hide-or-show')))
  await page.goto(`/v1/embed/#${RAVINE}&speed=0.25`)
  await page.getByRole('button', play).click()
  await turn()
  await expect(page.getByRole('button', play)).toBeVisible()
  await turn()
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
})
