import { expect, numberOf, OPENING, test } from './lab.ts'

test('SGD beyond its limit leaves the map, and it is said when and why', async ({ lab, page }) => {
  await lab.open('v=1&f=ravine&opt=sgd,adam&lr=.1,.2', 60)
  const note = page.getByLabel('What to look for')
  await expect(note).toContainText(/SGD leaves the map at step \d+/)
  await expect(note).toContainText(/stable below η = 0\.04, that is 2\/\u2060?λmax/)
  await expect(page.getByRole('main')).not.toContainText(/NaN|Infinity/)
  // The step leads to where it happens: the last step before is on the map, this one is not.
  await note.getByRole('button').first().click()
  const across = async () =>
    Math.abs(numberOf(/SGD at \(\S+, ([^)]+)\)/.exec((await lab.map.getAttribute('aria-label'))!)![1]))
  await expect.poll(across).toBeGreaterThan(4)
  await lab.button('Step back').click()
  await expect.poll(across).toBeLessThanOrEqual(4)
})

test('below the limit it stays, just above it swings wider and wider', async ({ lab, page }) => {
  await lab.open('v=1&f=ravine&opt=sgd,adam&lr=.039,.2', 60)
  const note = page.getByLabel('What to look for')
  await expect(note).toContainText(/\w/)
  await expect(note).not.toContainText('leaves the map')
  await lab.type('learning rate of SGD', '0.0401')
  await expect(note).toContainText(/SGD is beyond its limit, η = 0\.04 \(2\/\u2060?λmax\)/)
})

test('numbers that overflow are never shown: a dash stands for them, and the path ends', async ({
  lab,
  page,
}) => {
  await lab.open('v=1&f=rosenbrock&opt=sgd,adam&lr=1,.1', 60)
  await expect(lab.loss('SGD')).toHaveText('—')
  await expect(lab.arrival('SGD')).toHaveText('left the map')
  await expect(lab.map).toHaveAttribute('aria-label', /SGD is no longer finite/)
  await lab.button('SGD').click()
  await expect(lab.equation).toContainText('after it the numbers overflow')
  await expect(lab.loss('Adam')).toHaveText(/\d/)
  await expect(page.getByRole('main')).not.toContainText(/NaN|Infinity/)
})

test('a curve that has no values says why: only SGD keeps no second moment', async ({ lab }) => {
  await lab.open('v=1&f=ravine&opt=sgd')
  await expect(lab.panel(/^Second moment/)).toContainText(/SGD keeps none|keeps no/)
})

test('with nobody in the race, optimizers are offered, and all five of the opening start it again', async ({
  lab,
  page,
}) => {
  await lab.open()
  for (const run of OPENING) {
    const menu = await lab.menu(run)
    await menu.getByRole('button', { name: 'Remove' }).click()
    await expect(lab.row(run)).toHaveCount(0)
  }
  await expect(page.getByText('No optimizer is racing.')).toBeVisible()
  await expect(lab.button('no optimizer')).toBeVisible()
  await expect(lab.map).toHaveAttribute('aria-label', /No optimizer is racing\.$/)
  await expect(page).toHaveURL(/#v=1&f=ravine&at=30$/)
  await lab.button('all five').click()
  expect(await lab.names()).toEqual(OPENING)
  await expect(lab.loss('Adam')).toHaveText(/\d/)
  await lab.button('Undo').click()
  await expect(page.getByText('No optimizer is racing.')).toBeVisible()
  await lab.button('Adam').click()
  expect(await lab.names()).toEqual(['Adam'])
})

test('an empty race is a link like any other, and its transport is at rest', async ({ lab, page }) => {
  await page.goto('/#v=1&f=ravine&at=0')
  await expect(page.getByText('No optimizer is racing.')).toBeVisible()
  await expect(page.getByRole('slider', { name: 'start, w1' })).toBeAttached()
  await lab.button('all five').click()
  await expect(lab.loss('SGD')).toHaveText(/\d/)
})

test('the notes lead through what there is to see', async ({ lab, page }) => {
  await lab.open()
  const note = page.getByLabel('What to look for')
  await expect(note).toContainText('have left at about 45°')
  const first = await note.innerText()
  await note.getByRole('button', { name: /next$/ }).click()
  await expect(note).not.toHaveText(first)
})
