import { boxOf, expect, OPENING, test } from './lab.ts'

test('an optimizer is added with a press and comes to the front', async ({ lab }) => {
  await lab.open()
  await lab.button('Nesterov').click()
  expect(await lab.names()).toEqual([...OPENING, 'Nesterov'])
  await expect(lab.loss('Nesterov')).toHaveText(/\d/)
  await expect(lab.equation).toHaveAccessibleName('Update of Nesterov')
  await expect(lab.button('six optimizers')).toBeVisible()
})

test('more optimizers are in a menu, and eight at most race', async ({ lab, page }) => {
  await lab.open()
  await lab.button('6 more').click()
  await page.getByRole('group', { name: 'More optimizers' }).getByRole('button', { name: 'Lion' }).click()
  await expect(lab.row('Lion')).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click()
  await lab.button('Nesterov').click()
  await lab.button('Adagrad').click()
  await expect(lab.race).toContainText('Eight race, the most there can be')
  await expect(lab.button('eight optimizers')).toBeVisible()
  await expect.poll(async () => Object.values(await lab.losses()).every((loss) => /\d/.test(loss))).toBe(true)
})

test('the list in the sentence lets optimizers in and out', async ({ lab, page }) => {
  await lab.open()
  await lab.button('five optimizers').click()
  const list = page.getByRole('group', { name: 'optimizers in the race' })
  await list.getByRole('checkbox', { name: 'Momentum' }).uncheck()
  await list.getByRole('checkbox', { name: 'AdaDelta' }).check()
  expect(await lab.names()).toEqual(['SGD', 'RMSProp', 'Adam', 'Sign descent', 'AdaDelta'])
  await lab.button('Undo').click()
  await lab.button('Undo').click()
  expect(await lab.names()).toEqual(OPENING)
})

test('Esc closes an open list, and the focus is back on its button', async ({ lab, page }) => {
  await lab.open()
  await lab.button('five optimizers').click()
  const list = page.getByRole('group', { name: 'optimizers in the race' })
  await list.getByRole('checkbox', { name: 'Momentum' }).focus()
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden({ timeout: 2000 })
  await expect(lab.button('five optimizers')).toBeFocused()
})

test('a press elsewhere closes an open list', async ({ lab, page }) => {
  await lab.open()
  await lab.button('five optimizers').click()
  const list = page.getByRole('group', { name: 'optimizers in the race' })
  await expect(list).toBeVisible()
  await page.getByRole('heading', { level: 1 }).click()
  await expect(list).toBeHidden()
})

test('the menu of a run is wholly on the screen, the first time too', async ({ lab, page }) => {
  await lab.open()
  await lab.button('More of Adam').click()
  await expect(page.getByRole('button', { name: 'Remove' })).toBeVisible()
  const { x, y, width, height } = await boxOf(page.getByRole('group', { name: 'Adam, settings and more' }))
  expect(x).toBeGreaterThanOrEqual(0)
  expect(x + width).toBeLessThanOrEqual(1440)
  expect(y).toBeGreaterThanOrEqual(0)
  expect(y + height).toBeLessThanOrEqual(900)
})

test('a run is removed, and undo brings it back with its numbers', async ({ lab }) => {
  await lab.open()
  const before = await lab.losses()
  const menu = await lab.menu('RMSProp')
  await menu.getByRole('button', { name: 'Remove' }).click()
  expect(await lab.names()).toEqual(['SGD', 'Momentum', 'Adam', 'Sign descent'])
  // The next that shows most comes to the front.
  await expect(lab.equation).toHaveAccessibleName('Update of Adam')
  await lab.button('Undo').click()
  await expect.poll(() => lab.losses()).toEqual(before)
})

test('a duplicate runs the same way until it is changed', async ({ lab }) => {
  await lab.open()
  const menu = await lab.menu('Adam')
  await menu.getByRole('button', { name: 'Duplicate' }).click()
  await expect(lab.row('Adam 2')).toBeVisible()
  await expect(lab.loss('Adam 2')).toHaveText(await lab.loss('Adam').innerText())
  expect((await lab.names()).indexOf('Adam 2')).toBe(4)
  await lab.type('learning rate of Adam 2', '0.4')
  await expect(lab.loss('Adam 2')).not.toHaveText(await lab.loss('Adam').innerText())
})

test('a number key brings a run to the front, again hides it, again shows it', async ({ lab, page }) => {
  await lab.open()
  await page.keyboard.press('4')
  await expect(lab.equation).toHaveAccessibleName('Update of Adam')
  await expect(lab.map).toHaveAttribute('aria-label', /Adam at/)
  await page.keyboard.press('4')
  await expect(lab.race.getByRole('rowheader', { name: 'Adam (hidden)' })).toBeVisible()
  await expect(lab.map).not.toHaveAttribute('aria-label', /Adam at/)
  await expect(lab.panel(/^Loss/)).not.toContainText('Adam')
  await expect(page).toHaveURL(/hide=adam/)
  await page.keyboard.press('4')
  await expect(lab.map).toHaveAttribute('aria-label', /Adam at/)
})

test('a press on a row does the same', async ({ lab }) => {
  await lab.open()
  await lab.button('SGD').click()
  await expect(lab.button('SGD')).toHaveAttribute('aria-pressed', 'true')
  await expect(lab.equation).toHaveAccessibleName('Update of SGD')
  await lab.button('SGD').click()
  await expect(lab.race.getByRole('rowheader', { name: 'SGD (hidden)' })).toBeVisible()
})

test('a run can have its own schedule and its own clipping', async ({ lab }) => {
  await lab.open(undefined, 60)
  const before = await lab.losses()
  const menu = await lab.menu('SGD')
  await menu.getByRole('combobox', { name: 'schedule' }).selectOption({ label: 'cosine' })
  await expect(lab.race).toContainText(/rate:? cosine/)
  await expect(lab.loss('SGD')).not.toHaveText(before.SGD)
  const scheduled = await lab.loss('SGD').innerText()
  await menu.getByRole('combobox', { name: 'clipping' }).selectOption({ label: 'by norm' })
  await expect(lab.race).toContainText(/clipp(ed|ing):? by norm/)
  await expect(lab.loss('SGD')).not.toHaveText(scheduled)
  const { SGD: _, ...others } = await lab.losses()
  expect(others).toEqual(Object.fromEntries(Object.entries(before).filter(([run]) => run !== 'SGD')))
  await lab.button('Undo').click()
  await lab.button('Undo').click()
  await expect.poll(() => lab.losses()).toEqual(before)
})

test('all of a menu can be reached when it has grown', async ({ lab }) => {
  await lab.open()
  const menu = await lab.menu('SGD')
  await menu.getByRole('combobox', { name: 'schedule' }).selectOption({ label: 'warm-up, then cosine' })
  await menu.getByRole('combobox', { name: 'clipping' }).selectOption({ label: 'by norm' })
  await menu.getByRole('button', { name: 'Reset' }).click({ timeout: 2000 })
  await expect(menu.getByRole('combobox', { name: 'schedule' })).toHaveValue('constant')
})

test('a run is put back to its defaults', async ({ lab }) => {
  await lab.open()
  const before = await lab.losses()
  await lab.type('learning rate of SGD', '0.01')
  await lab.type('momentum of Momentum', '0.5')
  await expect(lab.loss('SGD')).not.toHaveText(before.SGD)
  const menu = await lab.menu('SGD')
  await menu.getByRole('button', { name: 'Reset' }).click()
  await expect(lab.loss('SGD')).toHaveText(before.SGD)
  await expect(lab.number('momentum of Momentum')).toHaveText('0.5')
})

test('a run can be given a name', async ({ lab }) => {
  await lab.open()
  const menu = await lab.menu('Adam')
  await menu.getByRole('textbox', { name: 'name' }).fill('my Adam')
  await menu.getByRole('textbox', { name: 'name' }).press('Enter')
  await expect(lab.row('my Adam')).toBeVisible()
  await expect(lab.panel(/^Loss/)).toContainText('my Adam')
})

test('the same η for all, and back to fair rates', async ({ lab }) => {
  await lab.open()
  const before = await lab.losses()
  await expect(lab.race).toContainText('Rates: fair')
  await lab.button('same η for all').click()
  await expect(lab.number('learning rate of all')).toHaveText('0.1')
  for (const run of OPENING) await expect(lab.number(`learning rate of ${run}`)).toHaveText('0.1')
  await lab.type('learning rate of all', '0.03')
  for (const run of OPENING) await expect(lab.number(`learning rate of ${run}`)).toHaveText('0.03')
  await lab.button('fair').click()
  await expect(lab.number('learning rate of SGD')).toHaveText('0.038')
  await expect.poll(() => lab.losses()).toEqual(before)
})

test('a rate set by hand is said to be', async ({ lab }) => {
  await lab.open()
  await lab.number('learning rate of SGD').press('ArrowDown')
  await expect(lab.race).toContainText('set by hand')
})

test('a fork goes the same way up to the cursor, and another from there on', async ({ lab, page }) => {
  await lab.open(undefined, 20)
  const menu = await lab.menu('SGD')
  await expect(menu).toContainText('a twin that from step 21 on')
  await menu.getByRole('button', { name: 'Fork here' }).click()
  await page.getByRole('heading', { level: 1 }).click()
  const twin = 'SGD from 20'
  await expect(lab.equation).toHaveAccessibleName(`Update of ${twin}`)
  await expect(lab.loss(twin)).toHaveText(/\d/)
  for (const step of [0, 10, 20]) {
    await lab.seek(step)
    const losses = await lab.losses()
    expect(losses[twin], `at step ${step}`).toBe(losses.SGD)
  }
  for (const step of [21, 40]) {
    await lab.seek(step)
    const losses = await lab.losses()
    expect(losses[twin], `at step ${step}`).not.toBe(losses.SGD)
  }
  // A flag on the rail says where it happened, and leads there.
  await lab.panels.getByRole('button', { name: /0\.019/ }).click()
  await lab.isAt(20)
})

test('the thumb can be dragged away from a flag', async ({ lab, page }) => {
  await lab.open('v=1&f=ravine&opt=sgd,adam&@20.sgd.lr=.01', 20)
  await expect(lab.panels.getByRole('button', { name: /0\.01/ })).toBeVisible()
  const { x, y, width, height } = await boxOf(lab.rail)
  await page.mouse.move(x + width / 3, y + height / 2)
  await page.mouse.down()
  await page.mouse.move(x + (2 * width) / 3, y + height / 2, { steps: 4 })
  await page.mouse.up()
  await lab.isAt(40)
})
