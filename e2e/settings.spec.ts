import { boxOf, expect, test } from './lab.ts'

const ETA = 'learning rate of SGD'

test('arrow keys change η: its losses and curves change with it', async ({ lab, page }) => {
  await lab.open()
  const loss = await lab.loss('SGD').innerText()
  const adam = await lab.loss('Adam').innerText()
  const curves = await lab.panels.screenshot()
  await lab.number(ETA).press('ArrowDown')
  await expect(lab.number(ETA)).toHaveText('0.03')
  await expect(lab.loss('SGD')).not.toHaveText(loss)
  await expect(lab.loss('Adam')).toHaveText(adam)
  await page.mouse.move(5, 5)
  await expect.poll(async () => (await lab.panels.screenshot()).equals(curves)).toBe(false)
  await lab.number(ETA).press('ArrowUp')
  await expect(lab.number(ETA)).toHaveText('0.04')
  await lab.number(ETA).press('Shift+ArrowUp')
  await expect(lab.number(ETA)).toHaveText('0.4')
})

test('dragging a number sideways changes it; Esc, still under focus, restores it', async ({ lab, page }) => {
  await lab.open()
  const { x, y, width, height } = await boxOf(lab.number(ETA))
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width / 2 - 60, y + height / 2, { steps: 5 })
  await page.mouse.up()
  expect(Number(await lab.number(ETA).getAttribute('aria-valuenow'))).toBeLessThan(0.02)
  await page.keyboard.press('Escape')
  await expect(lab.number(ETA)).toHaveText('0.038')
})

test('a drag of a number is one edit: one undo takes it back', async ({ lab, page }) => {
  await lab.open()
  const { x, y, width, height } = await boxOf(lab.number(ETA))
  await page.mouse.move(x + width / 2, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width / 2 - 60, y + height / 2, { steps: 8 })
  await page.mouse.up()
  await expect(lab.number(ETA)).not.toHaveText('0.038')
  await lab.button('Undo').click()
  await expect(lab.number(ETA)).toHaveText('0.038')
  await expect(lab.button('Undo')).toBeDisabled()
})

test('η can be typed: Enter takes it, Esc leaves it as it was', async ({ lab, page }) => {
  await lab.open()
  const loss = await lab.loss('SGD').innerText()
  await lab.type(ETA, '0.02')
  await expect(lab.number(ETA)).toHaveText('0.02')
  await expect(lab.number(ETA)).toBeFocused()
  await expect(lab.loss('SGD')).not.toHaveText(loss)
  await lab.number(ETA).press('5')
  const field = page.getByRole('textbox', { name: ETA })
  await expect(field).toHaveValue('5')
  await field.press('Escape')
  await expect(lab.number(ETA)).toHaveText('0.02')
})

test('numbers are understood as people write them', async ({ lab }) => {
  await lab.open()
  for (const [typed, value] of [
    ['1e-3', '0.001'],
    ['2×10^-3', '0.002'],
    ['0,015', '0.015'],
  ]) {
    await lab.type(ETA, typed)
    await expect(lab.number(ETA)).toHaveText(value)
  }
})

test('what cannot be a rate: the range is named and the text stays to be mended', async ({ lab, page }) => {
  await lab.open()
  const loss = await lab.loss('SGD').innerText()
  const field = page.getByRole('textbox', { name: ETA })
  for (const typed of ['5000', '-1', 'fast', '']) {
    await lab.type(ETA, typed)
    await expect(page.getByRole('alert')).toHaveText('This takes a number from 0 to 1000.')
    await expect(field).toHaveValue(typed)
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expect(field).toHaveAccessibleDescription('This takes a number from 0 to 1000.')
    await expect(lab.loss('SGD')).toHaveText(loss)
    await field.fill('0.038')
    await field.press('Enter')
    await expect(lab.number(ETA)).toHaveText('0.038')
    await expect(page.getByRole('alert')).toHaveCount(0)
  }
})

test('a number out of range is not dropped in silence when the field is left', async ({ lab, page }) => {
  await lab.open()
  await lab.number(ETA).press('Enter')
  await page.getByRole('textbox', { name: ETA }).fill('5000')
  await page.keyboard.press('Tab')
  await expect(page.getByText('from 0 to 1000')).toBeVisible({ timeout: 2000 })
})

test('a whole number is asked for where only that makes sense', async ({ lab, page }) => {
  await lab.open()
  await lab.type('steps', '40.5')
  await expect(page.getByRole('alert')).toHaveText('This takes a whole number from 1 to 20000.')
  await page.keyboard.press('Escape')
  await lab.type('steps', '40')
  await expect(lab.rail).toHaveAttribute('aria-valuemax', '40')
})

test('fewer steps than the cursor is at: the cursor goes to the last', async ({ lab }) => {
  await lab.open(undefined, 50)
  await lab.type('steps', '20')
  await lab.isAt(20)
  await expect(lab.race.getByRole('columnheader', { name: 'loss at 20' })).toBeVisible()
})

test('Ctrl+Z and Ctrl+Shift+Z go back and forth through the edits', async ({ lab, page }) => {
  await lab.open()
  const first = await lab.losses()
  await lab.type(ETA, '0.02')
  await expect(lab.number(ETA)).toHaveText('0.02')
  await lab.type('momentum of Momentum', '0.5')
  await expect(lab.number('momentum of Momentum')).toHaveText('0.5')
  await expect(lab.loss('Momentum')).not.toHaveText(first.Momentum)
  const last = await lab.losses()

  await page.keyboard.press('Control+z')
  await expect(lab.number('momentum of Momentum')).toHaveText('0.9')
  await expect(lab.number(ETA)).toHaveText('0.02')
  await page.keyboard.press('Control+z')
  await expect(lab.number(ETA)).toHaveText('0.038')
  await expect(lab.button('Undo')).toBeDisabled()
  await expect.poll(() => lab.losses()).toEqual(first)

  await page.keyboard.press('Control+Shift+Z')
  await page.keyboard.press('Control+Shift+Z')
  await expect(lab.number('momentum of Momentum')).toHaveText('0.5')
  await expect(lab.button('Redo')).toBeDisabled()
  await expect.poll(() => lab.losses()).toEqual(last)
})

test('hovering a number shows its range', async ({ lab, page }) => {
  await lab.open()
  await lab.number('decay of the mean square of RMSProp').hover()
  await expect(page.getByText('drag, or double-click to type')).toBeVisible()
})
