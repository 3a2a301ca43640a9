import type { Page } from 'playwright/test'
import { boxOf, expect, test, textOf } from './lab.ts'

/** Two layers of six, so that every cell can be told apart. */
const SMALL = 'v=1&data=moons&net=6-6&steps=120&opt=rmsprop,adam&lr=.01,.02'

const cells = (page: Page, run: string) => page.getByRole('application', { name: `Weights of ${run}` })
const diagram = (page: Page, run: string) => page.getByRole('application', { name: `Network of ${run}` })
const anatomy = (page: Page) => page.getByRole('region', { name: /of layer \d$/ })

/** Presses the first cell of W₂: the weight from neuron 1 to neuron 1. */
async function pressCell(page: Page, run: string) {
  const heat = cells(page, run)
  await heat.scrollIntoViewIfNeeded()
  await heat.focus()
  // W₁ has two columns, then b₁.
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await heat.press(key)
  await expect(heat.getByRole('status')).toHaveText(/^w 1,1 of layer 2: w −?\d/)
  await heat.press('Enter')
  await expect(page.getByRole('region', { name: 'w 1,1 of layer 2' })).toBeVisible()
}

test('a press on a weight opens its anatomy, in the panels of the surface; Esc closes it', async ({
  lab,
  page,
}) => {
  await lab.open(SMALL, 100)
  const heat = cells(page, 'Adam')
  await heat.scrollIntoViewIfNeeded()
  const { x, y } = await boxOf(heat)
  await page.mouse.click(x + 5, y + 5)
  await expect(page.getByRole('region', { name: 'w 1,1 of layer 1' })).toBeVisible()
  for (const name of ['Weight', 'Gradient', 'First moment', 'Second moment', 'Update', 'Effective step'])
    await expect(anatomy(page).getByRole('figure', { name })).toBeVisible()
  await expect(anatomy(page).getByRole('figure', { name: /^Weight/ })).toContainText(
    /Weight at step 100; w: .*Adam −?\d/,
  )
  await expect(page).toHaveURL(/show=weight:0/)
  await page.keyboard.press('Escape')
  await expect(anatomy(page)).toBeHidden()
  await expect(page).not.toHaveURL(/show=/)
})

test('the rule of the run in focus stands below it, and adds up with the numbers of that weight', async ({
  lab,
  page,
}) => {
  await lab.open('v=1&data=moons&net=6-6&opt=sgd,adam&lr=.3,.02&show=weight:0', 100)
  await expect(lab.equation).toHaveAccessibleName('Update of Adam')
  await page.keyboard.press('1')
  await expect(lab.equation.getByRole('heading')).toHaveText('SGD at step 100')
  const sum = async () => /w([-\d.]+)=-0\.3·\(?([-\d.]+)\)?$/.exec(await textOf(lab.equation))
  await expect.poll(sum).toBeTruthy()
  const [, update, gradient] = (await sum())!
  // Both are rounded to four decimals.
  expect(Math.abs(Number(update) + 0.3 * Number(gradient))).toBeLessThan(7e-5)
  expect(Number(update)).not.toBe(0)
})

test('a weight that is set is flagged, stands in the link, and gives the same bits again', async ({
  lab,
  page,
}) => {
  await lab.open(SMALL, 100)
  const untouched = await lab.fingerprint()
  await pressCell(page, 'Adam')
  await lab.type('w 1,1 of layer 2 in Adam', '2')
  await expect(page.getByRole('button', { name: 'Adam w 1,1 of layer 2 is 2, 100' })).toBeVisible()
  await expect(page).toHaveURL(/@100\.adam\.w18=2/)
  await expect(lab.number('w 1,1 of layer 2 in Adam')).toHaveAttribute('aria-valuenow', '2')
  await lab.isAt(100)
  const touched = await lab.fingerprint()
  expect(touched).not.toBe(untouched)
  await page.reload()
  await lab.isAt(100)
  expect(await lab.fingerprint()).toBe(touched)
  await anatomy(page).getByRole('button', { name: 'Leave it alone again' }).click()
  await expect(page).not.toHaveURL(/w18/)
  expect(await lab.fingerprint()).toBe(untouched)
})

test('a frozen weight stays where it is from the cursor on', async ({ lab, page }) => {
  await lab.open(SMALL, 100)
  await pressCell(page, 'Adam')
  const number = lab.number('w 1,1 of layer 2 in Adam')
  await anatomy(page).getByRole('checkbox', { name: 'frozen in Adam' }).check()
  await expect(page).toHaveURL(/@100\.adam\.freeze18=1/)
  const value = (await number.getAttribute('aria-valuenow'))!
  await lab.rail.press('End')
  await expect.poll(() => lab.step()).toBeGreaterThan(100)
  await expect(number).toHaveAttribute('aria-valuenow', value)
  await page.keyboard.press('2')
  await expect(lab.equation).toContainText('frozen: what the rule adds is taken back')
  await lab.button('Undo').click()
  await expect(anatomy(page).getByRole('checkbox', { name: 'frozen in Adam' })).not.toBeChecked()
})

test('a neuron’s map takes the place of the decision, by keys as well', async ({ lab, page }) => {
  await lab.open(SMALL, 100)
  const network = diagram(page, 'Adam')
  await network.focus()
  await network.press('ArrowDown')
  await network.press('ArrowDown')
  await expect(network.getByRole('status')).toHaveText(/^neuron 2 of layer 1: b .*mean y .*saturated/)
  await network.press('Enter')
  await expect(page.getByRole('region', { name: 'Neuron', exact: true })).toContainText('layer 1, unit 2')
  await expect(page).toHaveURL(/show=neuron:0-1/)
  await page.getByRole('button', { name: 'show the decision' }).click()
  await expect(page.getByRole('region', { name: 'Decision' })).toBeVisible()
  await page.getByRole('button', { name: 'classes only' }).click()
  await expect(page).toHaveURL(/show=map:classes/)
})
