import { expect, test } from './lab.ts'

const MOONS = 'v=1&data=moons&noise=.26&net=6-6&opt=sgd,adam&lr=.15,.02'

test('with dropout on, its masks and the crowd they train have a row, with the numbers of four ways to test', async ({
  lab,
  page,
}) => {
  await lab.open(MOONS, 200)
  const row = page.getByRole('region', { name: 'Dropout' })
  await expect(row).toHaveCount(0)
  await page.getByRole('switch', { name: /Dropout/ }).click()
  await expect(row).toBeVisible()
  await lab.seek(210)
  const told = row.getByText('Crowd of Adam.')
  const numbers = String.raw`loss 0\.\d{3}, accuracy \d+%, as scaled \d+%`
  await expect(told).toHaveText(
    new RegExp(
      `one: ${numbers}; mean of 50: ${numbers}; all 2¹²: ${numbers}; αW: ${numbers.replace('\\d+%$', '100%')}`,
    ),
  )
  await lab.type('random subnetworks to average', '7')
  await expect(told).toHaveText(/mean of 7: loss/)
  await expect(page).toHaveURL(/show=crowd:7/)
})

test('of more units than can be averaged over the crowd says so, and which form is on', async ({
  lab,
  page,
}) => {
  await lab.open(`${MOONS.replace('6-6', '16-16')}&keep=1,.8,inverse`, 20)
  await expect(page.getByText('Crowd of Adam.')).toHaveText(/all 2³²: too many\s+to average; W: loss/)
})

test('other quantities are followed over the steps', async ({ lab, page }) => {
  await lab.open(MOONS, 60)
  const choice = page.getByRole('combobox', { name: 'followed over the steps' })
  for (const name of ['Objective', 'Accuracy', 'Gradient ‖g‖', 'Weights ‖W‖', 'Saturated', 'Roughness']) {
    await choice.selectOption(name)
    await expect(page.getByRole('region', { name: new RegExp(name.replace(/[‖]/g, '.')) })).toBeVisible()
  }
})

test('only over a plane can a network be rough', async ({ lab, page }) => {
  await lab.open('v=1&data=sine&opt=adam', 20)
  const choice = page.getByRole('combobox', { name: 'followed over the steps' })
  await expect(choice.getByRole('option', { name: 'Weights ‖W‖' })).toBeAttached()
  await expect(choice.getByRole('option', { name: 'Roughness' })).toHaveCount(0)
})

test('a run that diverged is named, and halving its rate is a way on', async ({ lab, page }) => {
  await lab.open('v=1&data=sine&opt=sgd,adam&lr=100,.01', 100)
  const note = page.getByRole('status').filter({ hasText: 'A weight became infinite at step' })
  await expect(note).toHaveText(/last finite loss .*‖W‖/)
  await note.getByRole('button', { name: /^Go to step/ }).click()
  await expect(note).toHaveCount(0)
  await lab.seek(100)
  await note.getByRole('button', { name: /^Halve/ }).click()
  await expect(lab.number('learning rate of SGD')).toHaveAttribute('aria-valuenow', '50')
})

test('a run whose ReLUs are dead is named, and a smaller rate revives it', async ({ lab, page }) => {
  await lab.open('v=1&data=circles&act=relu&opt=sgd&lr=30', 200)
  const note = page.getByRole('status').filter({ hasText: /^Dead since step \d+/ })
  await expect(note).toBeVisible()
  await note.getByRole('button', { name: 'η/10, rerun' }).click()
  await expect(lab.number('learning rate of SGD')).toHaveAttribute('aria-valuenow', '3')
  await expect(note).toHaveCount(0)
})
