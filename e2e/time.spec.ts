import { boxOf, expect, test, textOf, type Lab } from './lab.ts'

/** Where a step stands in the loss panel: above its place on the rail. */
async function placeOf(lab: Lab, step: number, [from, to] = [0, 60]) {
  const rail = await boxOf(lab.rail)
  const panel = await boxOf(lab.panel(/^Loss/))
  return { x: rail.x + ((step - from) / (to - from)) * rail.width, y: panel.y + 60 }
}

test('hovering a panel moves the cursor, and all numbers follow', async ({ lab, page }) => {
  await lab.open(undefined, 60)
  const { x, y } = await placeOf(lab, 12)
  await page.mouse.move(x, y)
  await lab.isAt(12)
  await expect(lab.race.getByRole('columnheader', { name: 'loss at 12' })).toBeVisible()
  await expect(lab.equation.getByRole('heading')).toHaveText('RMSProp at step 12')
  await expect(lab.panel(/^Loss/)).toContainText('Loss at step 12')
  await expect(lab.map).toHaveAttribute('aria-label', /At step 12/)
  // Having left, the cursor stays.
  await page.mouse.move(5, 5)
  await lab.isAt(12)
})

test('dragging over a panel scrubs, and what is written agrees everywhere', async ({ lab, page }) => {
  await lab.open(undefined, 60)
  const from = await placeOf(lab, 40)
  const to = await placeOf(lab, 25)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await page.mouse.up()
  await lab.isAt(25)
  const adam = await lab.loss('Adam').innerText()
  await expect(lab.panel(/^Loss/)).toContainText(`Adam ${adam}`)
  // RMSProp's second moment, in its panel and, to more digits, on the equation sheet.
  const [, inPanel] = /w 1: .*?RMSProp ([\d.]+)/.exec(await lab.panel(/^Second moment/).innerText())!
  const [, onSheet] = /w1([\d.]+)=0\.9·/.exec(await textOf(lab.equation))!
  expect(Number(onSheet).toPrecision(3)).toBe(inPanel)
})

test('the equation adds up: what stands under its symbols is the update', async ({ lab }) => {
  await lab.open('v=1&f=ravine&opt=sgd', 7)
  await expect(lab.equation.getByRole('heading')).toHaveText('SGD at step 7')
  const rows = [...(await textOf(lab.equation)).matchAll(/w[12]([-\d.]+)=-([\d.]+)·\(?([-\d.]+)\)?/g)]
  expect(rows.length).toBe(2)
  for (const [, update, rate, gradient] of rows) {
    expect(rate).toBe('0.038')
    expect((-0.038 * Number(gradient)).toPrecision(3)).toBe(Number(update).toPrecision(3))
  }
})

test('playing is not disturbed by the pointer, until it is pressed', async ({ lab, page }) => {
  await lab.open(undefined, 0)
  const { x, y } = await placeOf(lab, 55)
  await lab.number('Speed').press('Home')
  await lab.button('Play').click()
  await page.mouse.move(x, y)
  await expect.poll(() => lab.step()).toBeGreaterThan(0)
  expect(await lab.step()).toBeLessThan(55)
  await expect(lab.button('Pause')).toBeVisible()
  await page.mouse.down()
  await page.mouse.up()
  await lab.isAt(55)
  await expect(lab.button('Play')).toBeVisible()
})

test('the rail is a slider: arrows, Page keys, Home and End', async ({ lab }) => {
  await lab.open(undefined, 20)
  await expect(lab.rail).toHaveAttribute('aria-valuetext', 'step 20 of 60')
  for (const [key, step] of [
    ['ArrowRight', 21],
    ['ArrowUp', 22],
    ['ArrowLeft', 21],
    ['Shift+ArrowRight', 31],
    ['PageDown', 21],
    ['PageUp', 31],
    ['End', 60],
    ['ArrowRight', 60],
    ['Home', 0],
    ['ArrowLeft', 0],
  ] as const) {
    await lab.rail.press(key)
    await lab.isAt(step)
  }
})

test('dragging the rail scrubs', async ({ lab, page }) => {
  await lab.open(undefined, 10)
  const { x, y, width, height } = await boxOf(lab.rail)
  await page.mouse.move(x + width / 6, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + width / 2, y + height / 2 + 30, { steps: 4 })
  await lab.isAt(30)
  await page.mouse.move(x + width + 200, y, { steps: 4 })
  await lab.isAt(60)
  await page.mouse.up()
  await expect(lab.race.getByRole('columnheader', { name: 'loss at 60' })).toBeVisible()
})

test.describe('with Shift, a drag', () => {
  test('zooms all panels to its steps; Esc shows them all again', async ({ lab, page }) => {
    await lab.open(undefined, 15)
    const from = await placeOf(lab, 10)
    const to = await placeOf(lab, 30)
    await page.keyboard.down('Shift')
    await page.mouse.move(from.x, from.y)
    await page.mouse.down()
    await page.mouse.move(to.x, to.y, { steps: 4 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await expect(page).toHaveURL(/zoom=10-30/)
    // The middle of the panels is the middle of those steps now.
    const middle = await placeOf(lab, 20, [10, 30])
    await page.mouse.move(middle.x, middle.y)
    await lab.isAt(20)

    await page.keyboard.press('Escape')
    await expect(page).not.toHaveURL(/zoom/)
    await page.mouse.move(middle.x + 1, middle.y)
    await lab.isAt(30)
  })

  test('and a double click shows them all again', async ({ lab, page }) => {
    await lab.open('v=1&f=ravine&opt=sgd,adam&zoom=10-30', 15)
    const { x, y } = await placeOf(lab, 30)
    await page.mouse.dblclick(x, y)
    await expect(page).not.toHaveURL(/zoom/)
    await page.mouse.move(x + 1, y)
    await lab.isAt(30)
  })
})

test('a panel can be put away and fetched back', async ({ lab }) => {
  await lab.open()
  await lab.button('hide Sign-likeness').click()
  await expect(lab.panel(/^Sign-likeness/)).toHaveCount(0)
  await lab.panels.getByRole('button', { name: /\+ sign-likeness/i }).click()
  await expect(lab.panel(/^Sign-likeness/)).toBeVisible()
  await lab.panels.getByRole('button', { name: '+ first moment' }).click()
  await expect(lab.panel(/^First moment/)).toBeVisible()
})

test('a term of the equation, pressed, stays in view while other panels fade', async ({ lab, page }) => {
  await lab.open()
  const term = lab.equation.getByRole('button', { name: /^E\[g squared\]/ })
  await term.click()
  await expect(term).toHaveAttribute('aria-pressed', 'true')
  await expect(lab.panels.getByRole('button', { name: /^Second moment/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.mouse.move(5, 5)
  await expect(page).toHaveURL(/term=v/)
  await page.keyboard.press('Escape')
  await expect(term).toHaveAttribute('aria-pressed', 'false')
})
