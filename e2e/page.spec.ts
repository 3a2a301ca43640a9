import { expect, test } from './lab.ts'

const ground = () => getComputedStyle(document.body).backgroundColor

test('the theme is switched, and kept over a reload', async ({ lab, page }) => {
  await lab.open()
  const light = await page.evaluate(ground)
  await lab.button('Switch to the dark theme').click()
  await expect(lab.button('Switch to the light theme')).toBeVisible()
  const dark = await page.evaluate(ground)
  expect(dark).not.toBe(light)
  await page.reload()
  await expect(lab.button('Switch to the light theme')).toBeVisible()
  expect(await page.evaluate(ground)).toBe(dark)
  await page.keyboard.press('t')
  await expect(lab.button('Switch to the dark theme')).toBeVisible()
  expect(await page.evaluate(ground)).toBe(light)
})

test('without a choice the page follows the system', async ({ lab, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await lab.open()
  await expect(lab.button('Switch to the light theme')).toBeVisible()
  await page.emulateMedia({ colorScheme: 'light' })
  await expect(lab.button('Switch to the dark theme')).toBeVisible()
})

test('the list of keys names what there is', async ({ lab, page }) => {
  await lab.open()
  await lab.button('Keyboard shortcuts').click()
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  for (const words of ['play or pause', 'undo; with Shift, redo', 'nudge the start', 'this list'])
    await expect(dialog).toContainText(words)
})

test('Esc closes the list of keys, and the focus returns', async ({ lab, page }) => {
  await lab.open()
  await lab.button('Keyboard shortcuts').click()
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden({ timeout: 2000 })
  await expect(lab.button('Keyboard shortcuts')).toBeFocused()
})

test('? opens the list of keys, ? and its button close it, and the focus returns', async ({ lab, page }) => {
  await lab.open()
  await lab.button('Nesterov').focus()
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  await page.keyboard.press('?')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('?')
  await expect(dialog).toBeHidden()
  await expect(lab.button('Nesterov')).toBeFocused()
  await page.keyboard.press('?')
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toBeHidden()
  await expect(lab.button('Nesterov')).toBeFocused()
})

test('a press on ? before the list of keys has come is not lost', async ({ lab, page }) => {
  let come = () => {}
  const pressed = new Promise<void>((resolve) => (come = resolve))
  await page.route(/Help.*\.js$/, async (route) => {
    await pressed
    await route.continue()
  })
  await page.goto('/', { waitUntil: 'commit' })
  await lab.button('Keyboard shortcuts').click()
  come()
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible({ timeout: 3000 })
})

test('while the list of keys is open, keys do nothing behind it', async ({ lab, page }) => {
  await lab.open()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('4')
  await page.keyboard.press('?')
  await lab.isAt(30)
  await expect(lab.equation).toHaveAccessibleName('Update of RMSProp')
})
