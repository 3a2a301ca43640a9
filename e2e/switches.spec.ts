import type { Page } from 'playwright/test'
import { boxOf, expect, test } from './lab.ts'

const CIRCLES = 'v=1&data=circles&steps=120&opt=sgd,momentum,rmsprop,adam&lr=.3,.1,.01,.02'

/** Opens a link at a step, with all that is computed later too. */
async function open(page: Page, link = CIRCLES, at = 60) {
  await page.goto(`/#${link}&at=${at}`)
  await expect(rail(page)).toHaveAttribute('aria-valuenow', String(at))
  await expect(page.locator('dialog')).toBeAttached()
}
/** All rows have come. */
const computed = (page: Page) => expect(page.locator('.rail-progress').last()).toBeEmpty()
const rail = (page: Page) => page.getByRole('slider', { name: 'Step', exact: true }).last()
const flag = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).last()
const knob = (page: Page, name: string) => page.getByRole('switch', { name, exact: true })
/** The menu of a run, open. */
async function menu(page: Page, run: string) {
  // On a phone the first of this name chooses the column.
  await page.getByRole('button', { name: run, exact: true }).last().click()
  const found = page.getByRole('group', { name: `${run}, settings and more` })
  await expect(found.getByRole('button', { name: 'Remove' })).toBeVisible()
  return found
}

test('batch norm switched on and off on the way: flags, what came of it, the link, the same bits again', async ({
  page,
  lab,
}) => {
  test.slow()
  await open(page)
  await knob(page, 'BatchNorm').click()
  await expect(flag(page, 'BatchNorm on, 60')).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'γ = 1 and β = 0' })).toBeVisible()
  // Its jump, measured on each of the four.
  await expect(page.getByText(/val [\d.]+ → [\d.]+ in one step/)).toHaveCount(4)
  await computed(page)
  await lab.seek(90)
  await knob(page, 'BatchNorm').click()
  await expect(flag(page, 'BatchNorm off, 90')).toBeVisible()
  await expect(page).toHaveURL(/@60\.bn=1.*@90\.bn=0/)
  await computed(page)
  await lab.seek(120)
  await expect(page).toHaveURL(/at=120/)
  const hash = await lab.fingerprint()
  await page.reload()
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '120')
  expect(await lab.fingerprint()).toBe(hash)
  // A flag leads to its step; the last switch can be taken back.
  await flag(page, 'BatchNorm off, 90').click()
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '90')
  await page.getByRole('button', { name: 'Undo last switch' }).click()
  await expect(flag(page, 'BatchNorm off, 90')).toHaveCount(0)
})

test('keys throw the switches at the cursor, and undo takes them back', async ({ page }) => {
  await open(page)
  const named = { b: 'BatchNorm', d: 'Dropout', l: 'L2', c: 'Clip', a: 'Augment', s: 'Early stopping' }
  for (const [key, name] of Object.entries(named)) {
    await page.keyboard.press(key)
    await expect(knob(page, name)).toBeChecked()
  }
  await expect(page).toHaveURL(/@60\.bn=1.*@60\.stop=60/)
  for (const name of Object.values(named).toReversed()) {
    await page.keyboard.press('Control+z')
    await expect(knob(page, name)).not.toBeChecked()
  }
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toContainText('BatchNorm, dropout, L2')
  await expect(page.getByRole('dialog')).not.toContainText('nudge the start')
})

test('the kind and the details of a trick can be chosen', async ({ page }) => {
  await open(page)
  await page.getByRole('combobox', { name: 'Augment: kind' }).selectOption({ label: 'rotation' })
  await knob(page, 'Augment').click()
  await expect(page).toHaveURL(/@60\.aug=rotation/)
  await page.getByRole('combobox', { name: 'Clip: kind' }).selectOption({ label: 'by value' })
  await knob(page, 'Clip').click()
  await expect(page).toHaveURL(/@60\.clip=value/)
  await knob(page, 'BatchNorm').click()
  await page.getByRole('button', { name: 'More of BatchNorm' }).click()
  await page.getByRole('combobox', { name: 'statistics at test time' }).selectOption({ value: 'batch' })
  await expect(page).toHaveURL(/@60\.bn=1,batch/)
})

test('a run takes another optimizer at the cursor, and says that it begins anew', async ({ page }) => {
  await open(page)
  const sgd = await menu(page, 'SGD')
  await sgd.getByRole('combobox', { name: 'optimizer', exact: true }).selectOption({ label: 'Adam' })
  await expect(page).toHaveURL(/@60\.sgd\.opt=adam/)
  await expect(page.getByText('now Adam', { exact: true })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'm, v start at 0' })).toBeVisible()
  // At the rate that the race knows for Adam.
  await expect(page.getByRole('spinbutton', { name: 'learning rate of SGD' })).toHaveText('0.02')
})

test('η set on the way acts from there, or from the start where that is asked for', async ({ page }) => {
  await open(page)
  const rate = page.getByRole('spinbutton', { name: 'learning rate of Adam' })
  await rate.press('ArrowUp')
  await expect(page).toHaveURL(/lr=\.3,\.1,\.01,\.02&.*@60\.adam\.lr=/)
  const adam = await menu(page, 'Adam')
  await adam.getByRole('radio', { name: 'from the start' }).check()
  await adam.getByRole('spinbutton', { name: 'learning rate', exact: true }).first().press('ArrowUp')
  await expect(page).not.toHaveURL(/lr=\.3,\.1,\.01,\.02&/)
})

test('a fork has a column of its own and is the same up to its step', async ({ page }) => {
  await open(page)
  await page.keyboard.press('f')
  await expect(page.getByRole('button', { name: 'RMSProp from 60', exact: true })).toBeVisible()
  await computed(page)
  const result = (run: string) =>
    page
      .locator('.column-head')
      .filter({ has: page.getByRole('button', { name: run, exact: true }) })
      .locator('.column-result')
      .filter({ hasText: /\d/ })
      .innerText()
  const areSame = async () => (await result('RMSProp from 60')) === (await result('RMSProp'))
  await expect.poll(areSame).toBe(true)
  await computed(page)
  await page.keyboard.press('End')
  await expect.poll(areSame).toBe(false)
})

test('a run is split from the others, and its column says so', async ({ page }) => {
  await open(page)
  const adam = await menu(page, 'Adam')
  await adam.getByText('Split from the others').click()
  await adam.getByRole('checkbox', { name: 'batch norm' }).check()
  await expect(page).toHaveURL(/@60\.adam\.bn=1/)
  await expect(page.getByText('BatchNorm on here')).toHaveCount(1)
  await adam.getByRole('radio', { name: 'from the start' }).check()
  await adam.getByRole('combobox', { name: 'activation' }).selectOption({ label: 'ReLU' })
  await expect(page).toHaveURL(/adam\.act=relu/)
  await expect(page.getByText('its own activation')).toHaveCount(1)
})

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('has all switches in a line that scrolls, and what they did', async ({ page }) => {
    await open(page)
    await knob(page, 'Early stopping').tap()
    await expect(knob(page, 'Early stopping')).toBeChecked()
    await expect(page.getByRole('status').filter({ hasText: 'Early stopping on from step 61' })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    const { x, width } = await boxOf(await menu(page, 'RMSProp'))
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(390)
  })
})
