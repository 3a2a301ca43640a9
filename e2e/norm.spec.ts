import type { Page } from 'playwright/test'
import { boxOf, expect, numberOf, test } from './lab.ts'

const NET = 'v=1&data=circles&net=6-5&opt=sgd,adam&lr=.3,.02'

/** The three terms and their sum, as a screen reader has them. */
async function terms(page: Page) {
  const words = page.getByText(/^Example \d+ of \d+: through u/).first()
  await expect(words).toBeAttached()
  const text = (await words.textContent())!
  const numbers = [...text.matchAll(/(?:σ²|[uμ]|all) (−?[\d.]+)/g)].map(([, number]) => numberOf(number))
  return { text, numbers }
}

test('the influence of one example is in three terms that add up', async ({ page, lab }) => {
  await lab.open(NET, 60)
  await expect(lab.button('influence')).toHaveCount(0)
  await page.getByRole('switch', { name: /BatchNorm/ }).click()
  await lab.seek(90)
  await lab.button('influence').click()
  await expect(page.getByRole('heading', { name: 'Influence' })).toBeVisible()
  const first = await terms(page)
  expect(first.text).toMatch(/^Example 1 of 20/)
  const [u, variance, mean, sum] = first.numbers
  expect(Math.abs(u + variance + mean - sum)).toBeLessThan(0.021)

  await lab.number('example of the batch').press('ArrowRight')
  await expect(page.getByText(/^Example 2 of 20: through u/).first()).toBeAttached()
  expect((await terms(page)).numbers).not.toEqual(first.numbers)
  await lab.number('neuron').press('ArrowRight')
  await expect(page).toHaveURL(/influence:2/)
  await page.reload()
  await expect(lab.number('neuron')).toHaveAttribute('aria-valuenow', '2')
  await lab.button('Close Influence').click()
  await expect(page.getByRole('heading', { name: 'Influence' })).toHaveCount(0)
})

test('dragging one z moves all others, until it is let go', async ({ page, lab }) => {
  await lab.open(`${NET}&bn=1`, 60)
  await lab.button('influence').click()
  const strip = page.getByRole('slider', { name: 'z of example 1, SGD' })
  // Clear of the timeline, which stays in sight.
  await strip.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  await expect(strip).toHaveAttribute('aria-valuetext', /^−?[\d.]+$/)
  const rest = (await strip.getAttribute('aria-valuetext'))!
  const read = async (name: string) => Number(await strip.getAttribute(name))
  const [low, high, z] = [
    await read('aria-valuemin'),
    await read('aria-valuemax'),
    await read('aria-valuenow'),
  ]
  const { x, y, width, height } = await boxOf(strip)
  const at = (value: number) => x + 20 + ((value - low) / (high - low)) * (width - 26)
  await page.mouse.move(at(z), y + height - 20)
  await page.mouse.down()
  await page.mouse.move(at(high) - 20, y + height - 30, { steps: 4 })
  const held = page.getByRole('slider', { name: /^z of example \d+, SGD$/ })
  await expect(held).toHaveAttribute('aria-valuetext', /others by up to [0-9.]*[1-9]/)
  await page.mouse.up()
  await expect(held).toHaveAttribute('aria-valuetext', /^−?[\d.]+$/)

  await lab.number('example of the batch').press('Home')
  await strip.press('Shift+ArrowRight')
  await expect(strip).toHaveAttribute('aria-valuetext', /μ .* → .*others by up to/)
  await strip.press('Escape')
  await expect(strip).toHaveAttribute('aria-valuetext', rest)
  await lab.isAt(60)
})

test('averages that are not warm fail where those of all minibatches do not', async ({ page, lab }) => {
  await lab.open('v=1&data=circles&n=480&batch=80&steps=120&bn=1,running,0,.01&opt=sgd&lr=.3', 120)
  await lab.button('at inference').click()
  const words = page.getByText(/^running averages: validation loss/)
  await expect(words).toBeAttached()
  const shares = [...(await words.textContent())!.matchAll(/([\d.]+)% right/g)].map(([, share]) =>
    Number(share),
  )
  expect(shares).toHaveLength(3)
  expect(shares[0]).toBeLessThan(70)
  expect(shares[1]).toBeGreaterThan(95)
  expect(shares[2]).toBeGreaterThan(95)
})

test('every layer can be looked at', async ({ page, lab }) => {
  await lab.open(NET, 60)
  const layer = page.getByRole('combobox', { name: 'layer whose neurons are shown' })
  await expect(layer.getByRole('option')).toHaveText(['layer 1', 'layer 2'])
  const row = page.getByRole('region', { name: 'Neurons' })
  const drawn = row.locator('canvas').last()
  const first = await drawn.screenshot()
  await layer.selectOption('layer 2')
  await expect(layer).toHaveValue('1')
  await expect.poll(async () => (await drawn.screenshot()).equals(first)).toBe(false)
})
