import { expect, test } from './lab.ts'

test('another surface is chosen: the race moves there with the rates picked for it', async ({
  lab,
  page,
}) => {
  await lab.open()
  const before = await lab.losses()
  await page.getByRole('combobox', { name: 'surface' }).selectOption({ label: 'Rosenbrock valley' })
  await expect(lab.map).toHaveAttribute('aria-label', /^Map of the Rosenbrock valley/)
  await expect(lab.race).toContainText('Rates: fair')
  for (const [run, loss] of Object.entries(before)) await expect(lab.loss(run)).not.toHaveText(loss)
  await expect(page).toHaveURL(/f=rosenbrock/)
  await lab.button('Undo').click()
  await expect.poll(() => lab.losses()).toEqual(before)
})

test('every surface can be chosen, and races there', async ({ lab, page }) => {
  await lab.open()
  const choice = page.getByRole('combobox', { name: 'surface' })
  const names = await choice.getByRole('option').allInnerTexts()
  expect(names.length).toBeGreaterThan(15)
  for (const name of names.slice(1)) {
    await choice.selectOption({ label: name })
    await expect(lab.map).toHaveAttribute('aria-label', new RegExp(`^Map of the ${name}.* At step 30: SGD`))
  }
})

test('turned by 45°, SGD and Momentum race as before; rules that work by coordinate do not', async ({
  lab,
}) => {
  await lab.open()
  const before = await lab.losses()
  await lab.button('turn by 45°').click()
  await expect(lab.number('rotation in degrees')).toHaveText('45°')
  await expect(lab.map).toHaveAttribute('aria-label', /turned by 45°/)
  await expect(lab.loss('RMSProp')).not.toHaveText(before.RMSProp)
  await expect(lab.loss('Adam')).not.toHaveText(before.Adam)
  await expect(lab.loss('SGD')).toHaveText(before.SGD)
  await expect(lab.loss('Momentum')).toHaveText(before.Momentum)
  await lab.button('turn back to 0°').click()
  expect(await lab.start()).toEqual([-5, 2])
  await expect.poll(() => lab.losses()).toEqual(before)
})

test('the ravine can be made narrower', async ({ lab }) => {
  await lab.open()
  const before = await lab.losses()
  await lab.type('condition number', '20')
  await expect(lab.loss('SGD')).not.toHaveText(before.SGD)
  // RMSProp scales each coordinate by itself: along the valley it goes as before.
  const along = async () => / RMSProp at \((\S+),/.exec((await lab.map.getAttribute('aria-label'))!)![1]
  const narrow = await along()
  await lab.type('condition number', '500')
  await expect(lab.loss('SGD')).toHaveText(/×10/)
  expect(await along()).toBe(narrow)
})

test('with gradient noise a seed is one race: another seed another, the same seed the same', async ({
  lab,
}) => {
  await lab.open()
  const quiet = await lab.losses()
  await expect(lab.button('new seed')).toHaveCount(0)
  await lab.type('gradient noise', '0.5')
  await expect(lab.loss('SGD')).not.toHaveText(quiet.SGD)
  await expect(lab.number('seed')).toHaveText('1')
  const first = await lab.losses()
  await lab.button('new seed').click()
  await expect(lab.number('seed')).toHaveText('2')
  await expect(lab.loss('SGD')).not.toHaveText(first.SGD)
  expect(await lab.losses()).not.toEqual(first)
  await lab.type('seed', '1')
  await expect.poll(() => lab.losses()).toEqual(first)
})

test('n takes a new seed', async ({ lab, page }) => {
  await lab.open('v=1&f=ravine&opt=sgd,adam&noise=.5')
  const first = await lab.losses()
  await page.keyboard.press('n')
  await expect(lab.number('seed')).toHaveText('2')
  await expect.poll(() => lab.losses()).not.toEqual(first)
})
