import { execFileSync } from 'node:child_process'
import type { Page } from 'playwright/test'
import { expect, Lab, numberOf, test } from './lab.ts'

/** Runs the command line on a link and gives what it prints. */
const experiment = (link: string, format: string) =>
  execFileSync(process.execPath, ['scripts/experiment.mjs', link, '--format', format], { encoding: 'utf8' })

/** An experiment in which much is set by hand. */
async function edit(lab: Lab, page: Page) {
  await lab.open(undefined, 20)
  await lab.type('gradient noise', '0.3')
  await lab.button('new seed').click()
  await lab.button('turn by 45°').click()
  await lab.type('learning rate of SGD', '0.02')
  await lab.button('Nesterov').click()
  const menu = await lab.menu('Adam')
  await menu.getByRole('combobox', { name: 'schedule' }).selectOption({ label: 'cosine' })
  await menu.getByRole('button', { name: 'Fork here' }).click()
  await page.getByRole('heading', { level: 1 }).click()
  await lab.type('steps', '80')
  await expect(lab.loss('Adam from 20')).toHaveText(/\d/)
  await lab.seek(40)
}

test('the address holds the experiment, edit by edit, without filling the history', async ({ lab, page }) => {
  await lab.open()
  const entries = await page.evaluate(() => history.length)
  await lab.type('learning rate of SGD', '0.02')
  await expect(page).toHaveURL(/lr=0?\.02,/)
  await page.getByRole('combobox', { name: 'surface' }).selectOption({ label: 'Beale function' })
  await expect(page).toHaveURL(/f=beale/)
  await lab.button('Nesterov').click()
  await expect(page).toHaveURL(/opt=sgd,momentum,rmsprop,adam,sign,nesterov/)
  await expect(page).toHaveURL(/focus=nesterov/)
  expect(await page.evaluate(() => history.length)).toBe(entries)
})

test('a copied link shows the same numbers elsewhere, bit for bit', async ({
  lab,
  page,
  browser,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await edit(lab, page)
  await lab.button('Copy link').click()
  await expect(lab.button('Copied')).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toContain('at=40')

  const elsewhere = await browser.newContext()
  const other = new Lab(await elsewhere.newPage())
  await other.page.goto(link)
  await other.isAt(40)
  expect(await other.losses()).toEqual(await lab.losses())
  expect(await other.names()).toEqual(await lab.names())
  await expect(other.equation).toHaveAccessibleName('Update of Adam from 20')
  expect(await other.fingerprint()).toBe(await lab.fingerprint())
  await elsewhere.close()
})

test('without a clipboard the visitor is told where the link is', async ({ lab, page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('not allowed')) },
    }),
  )
  await lab.open()
  await lab.button('Copy link').click()
  await expect(lab.button('It is in the address bar')).toBeVisible()
})

test('the command line reproduces what is on the screen', async ({ lab, page }) => {
  await edit(lab, page)
  await expect(page).toHaveURL(/at=40/)
  const link = page.url()
  expect(experiment(link, 'fingerprint').trim()).toBe(await lab.fingerprint())

  const records = experiment(link, 'jsonl')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line) as { run: string; step: number; loss: number })
  const losses = await lab.losses()
  for (const [name, run] of [
    ['SGD', 'sgd'],
    ['Adam', 'adam'],
    ['Adam from 20', 'adam-2'],
    ['Nesterov', 'nesterov'],
  ]) {
    const { loss } = records.find((record) => record.run === run && record.step === 40)!
    expect(Math.abs(numberOf(losses[name]) / loss - 1), name).toBeLessThan(0.006)
  }
})

test('a reload on the heels of an edit loses nothing; who goes away comes back to the step last seen', async ({
  lab,
  page,
}) => {
  await lab.open()
  await lab.type('learning rate of SGD', '0.02')
  await page.reload()
  await expect(lab.number('learning rate of SGD')).toHaveText('0.02')
  await lab.rail.press('End')
  await page.goto('about:blank')
  await page.goBack()
  await lab.isAt(60)
})

test('a reload shows what was there', async ({ lab, page }) => {
  await edit(lab, page)
  await expect(page).toHaveURL(/at=40/)
  const losses = await lab.losses()
  await page.reload()
  await lab.isAt(40)
  await expect.poll(() => lab.losses()).toEqual(losses)
})

test('another link pasted into the address is followed, and can be undone', async ({ lab, page }) => {
  await lab.open()
  await page.goto('/#v=1&f=rosenbrock&opt=sgd,lion&at=10')
  await lab.isAt(10)
  expect(await lab.names()).toEqual(['SGD', 'Lion'])
  await expect(lab.map).toHaveAttribute('aria-label', /^Map of the Rosenbrock valley.* At step 10/)
  await lab.button('Undo').click()
  await expect(page.getByRole('combobox', { name: 'surface' })).toHaveValue('ravine')
})

test('a link of more than a thousand characters is read, and written again as it was', async ({
  lab,
  page,
}) => {
  const ids = Array.from({ length: 8 }, (_, n) => `run${n}`)
  const names = ids.map((id) => `with its name of some length, ${id}`)
  const rest = 'clip=norm,3&noise=.01&beta1=.85&beta2=.99&schedule=cosine'.split('&')
  const link = [
    'v=1&f=ravine',
    `opt=${ids.map((id) => `adam:${id}`).join()}`,
    `lr=${ids.map((_, n) => `.${n + 11}`).join()}`,
    ...ids.flatMap((id, n) =>
      [`label=${names[n].replaceAll(' ', '+')}`, ...rest].map((one) => `${id}.${one}`),
    ),
  ].join('&')
  expect(link.length).toBeGreaterThan(1000)
  await lab.open(link, 20)
  expect(await lab.names()).toEqual(names)
  const before = await lab.losses()
  await lab.rail.press('ArrowRight')
  await lab.rail.press('ArrowLeft')
  await expect(page).toHaveURL(/at=20$/)
  expect(new URL(page.url()).hash.length).toBeGreaterThan(1000)
  await page.reload()
  await lab.isAt(20)
  await expect.poll(() => lab.losses()).toEqual(before)
})

test('a link says how to look: focus, hidden runs, speed, zoom', async ({ lab, page }) => {
  await lab.open('v=1&f=ravine&opt=sgd,adam,lion&focus=lion&hide=sgd&speed=5&zoom=10-40&term=m', 25)
  await expect(lab.equation).toHaveAccessibleName('Update of Lion')
  await expect(lab.race.getByRole('rowheader', { name: 'SGD (hidden)' })).toBeVisible()
  await expect(lab.number('Speed')).toHaveText('5×')
  // Written again as it was read.
  await lab.number('learning rate of SGD').press('ArrowUp')
  await expect(page).toHaveURL(/&lr=[^&]+&focus=lion&hide=sgd&speed=5&zoom=10-40&term=m&at=25$/)
})
