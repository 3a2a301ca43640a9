import { expect, numberOf, test } from './lab.ts'

test('dragging the start moves the race with it, and one undo takes all of it back', async ({
  lab,
  page,
}) => {
  await lab.open()
  const before = { losses: await lab.losses(), map: await lab.map.getAttribute('aria-label') }
  const { x, y } = await lab.startPlace()

  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 40, y + 20)
  const [onTheWay] = await lab.start()
  expect(onTheWay).toBeGreaterThan(-5)
  await expect(lab.loss('SGD')).not.toHaveText(before.losses.SGD)
  await page.mouse.move(x + 80, y + 50, { steps: 4 })
  await page.mouse.move(x + 120, y + 120, { steps: 4 })
  await page.mouse.up()

  const [w1, w2] = await lab.start()
  // Equal axes: as far to the right as down.
  expect(w1 - -5).toBeGreaterThan(0.5)
  expect(Math.abs(w1 - -5 - (2 - w2))).toBeLessThan(0.05)
  await expect(lab.number('start, w₁')).toHaveText(w1.toFixed(2).replace('-', '−'))
  await expect(lab.map).toHaveAttribute('aria-label', new RegExp(`start at w = \\(−${(-w1).toFixed(2)}`))
  for (const [run, loss] of Object.entries(before.losses)) await expect(lab.loss(run)).not.toHaveText(loss)
  const place = await lab.startPlace()
  expect(Math.hypot(place.x - x - 120, place.y - y - 120)).toBeLessThan(1)

  await lab.button('Undo').click()
  expect(await lab.start()).toEqual([-5, 2])
  await expect(lab.button('Undo')).toBeDisabled()
  await expect.poll(() => lab.losses()).toEqual(before.losses)
  await page.mouse.move(0, 0)
  await expect(lab.map).toHaveAttribute('aria-label', before.map!)
})

test('a click on the ground puts the start there', async ({ lab, page }) => {
  await lab.open()
  const { x, y } = await lab.startPlace()
  await page.mouse.click(x + 200, y - 90)
  await expect.poll(async () => (await lab.start())[0]).toBeGreaterThan(-4)
  const place = await lab.startPlace()
  expect(Math.hypot(place.x - x - 200, place.y - y + 90)).toBeLessThan(1.5)
  const [, w2] = await lab.start()
  expect(w2).toBeGreaterThan(2)
  await page.keyboard.press('Control+z')
  expect(await lab.start()).toEqual([-5, 2])
})

test('the start cannot be dragged off the map', async ({ lab, page }) => {
  await lab.open()
  const { x, y } = await lab.startPlace()
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 60, y, { steps: 2 })
  await page.mouse.move(2, 2, { steps: 5 })
  await page.mouse.up()
  const place = await lab.startPlace()
  expect(place.x).toBeGreaterThan(20)
  expect(place.y).toBeGreaterThan(90)
  await expect(lab.loss('SGD')).not.toHaveText('—')
})

test('g, then arrows, nudge the start by a hundredth of the map, with Shift by a tenth', async ({
  lab,
  page,
}) => {
  await lab.open()
  const before = await lab.losses()
  await page.keyboard.press('g')
  await expect(page.getByRole('slider', { name: 'start, w1' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  expect(await lab.start()).toEqual([-4.88, 2])
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('slider', { name: 'start, w2' })).toBeFocused()
  expect(await lab.start()).toEqual([-4.88, 2.08])
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page.getByRole('slider', { name: 'start, w1' })).toBeFocused()
  expect((await lab.start())[0]).toBeCloseTo(-3.68, 6)
  await expect(lab.loss('Adam')).not.toHaveText(before.Adam)
  for (let undone = 0; undone < 3; undone++) await lab.button('Undo').click()
  expect(await lab.start()).toEqual([-5, 2])
  await expect(lab.button('Undo')).toBeDisabled()
})

test('Ctrl+Z takes a nudge back while the start still has the focus', async ({ lab, page }) => {
  await lab.open()
  await page.keyboard.press('g')
  await page.keyboard.press('ArrowRight')
  expect(await lab.start()).toEqual([-4.88, 2])
  await page.keyboard.press('Control+z')
  expect(await lab.start()).toEqual([-5, 2])
})

test('the start can be typed', async ({ lab }) => {
  await lab.open()
  await lab.type('start, w₂', '-1.5')
  expect(await lab.start()).toEqual([-5, -1.5])
  await expect(lab.map).toHaveAttribute('aria-label', /start at w = \(−5(\.00)?, −1\.50?\)/)
})

test('the map says in words where every run is, and follows the cursor', async ({ lab }) => {
  await lab.open(undefined, 0)
  await expect(lab.map).toHaveAttribute('aria-label', /At step 0: SGD at \(−5\.00, 2\.00\)/)
  await lab.seek(60)
  await expect(lab.map).toHaveAttribute('aria-label', /At step 60: SGD at \(−0\.489, 0\.0036\), loss 0\.120/)
})

test('a click on a path or a name brings its run to the front', async ({ lab, page }) => {
  await lab.open()
  await expect(lab.equation).toHaveAccessibleName('Update of RMSProp')
  const label = (await lab.map.getAttribute('aria-label'))!
  const [, w1, w2] = /Momentum at \(([^,]+), ([^)]+)\)/.exec(label)!
  // From the coordinates of two places to px, with equal axes.
  const from = await lab.startPlace()
  await lab.type('start, w₁', '0')
  const scale = ((await lab.startPlace()).x - from.x) / 5
  await lab.button('Undo').click()
  await page.mouse.click(from.x + (numberOf(w1) + 5) * scale, from.y + (2 - numberOf(w2)) * scale)
  await expect(lab.equation).toHaveAccessibleName('Update of Momentum')
  expect(await lab.start()).toEqual([-5, 2])
})
