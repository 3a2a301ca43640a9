import { execFileSync } from 'node:child_process'
import { boxOf, expect, test } from './lab.ts'

const DIGITS = 'v=1&data=digits&n=600&net=16&opt=adam&lr=.01&steps=60'
const good = [
  'height,width,weight,kind',
  ...Array.from(
    { length: 60 },
    (_, i) => `${10 + (i % 7)},${(i * 13) % 9},${i % 5},${['cat', 'dog'][i % 2]}`,
  ),
]

test('digits are fetched, learned, and shown as who is taken for whom, with their makers', async ({
  page,
  lab,
}) => {
  const file = page.waitForResponse(/data\/digits\.bin$/)
  await lab.open(DIGITS, 60)
  expect((await file).status()).toBe(200)
  await expect(page.getByText(/val\s+([7-9]\d|100)%/)).toBeVisible()
  await expect(page.getByText(/true class \(row\)/)).toBeVisible()
  await expect(page.getByText(/Alpaydin and C\. Kaynak/)).toBeVisible()
  const told = execFileSync('node', ['scripts/experiment.mjs', DIGITS, '--format', 'fingerprint'])
  expect(await lab.fingerprint()).toBe(told.toString().trim())
})

test('behind three dots stands what of the data the sentence has no room for', async ({ page, lab }) => {
  await lab.open('v=1&data=circles&opt=adam&lr=.02&steps=60', 60)
  await lab.button('More of the data and the training').click()
  await lab.type('share of wrong training labels', '0.2')
  await expect(page).toHaveURL(/labelnoise=0?\.2/)
  await lab.type('examples', '100')
  await expect(page).toHaveURL(/n=100/)
  await page.getByRole('checkbox', { name: 'x₁²' }).check()
  await page.getByRole('checkbox', { name: 'x₂²' }).check()
  await page.getByRole('checkbox', { name: 'x₁', exact: true }).uncheck()
  await page.getByRole('checkbox', { name: 'x₂', exact: true }).uncheck()
  await expect(page).toHaveURL(/features=x1x1,x2x2/)
  // Nobody learns from nothing.
  await page.getByRole('checkbox', { name: 'x₁²' }).uncheck()
  await page.getByRole('checkbox', { name: 'x₂²' }).click()
  await expect(lab.notice('one feature at least')).toBeVisible()
  await expect(page).toHaveURL(/features=x2x2/)
})

test('a file that cannot be read is named, nothing is lost, and it can be tried again', async ({
  page,
  lab,
}) => {
  await page.route(/digits\.bin$/, (route) => route.fulfill({ status: 200, body: 'no' }))
  await lab.open('v=1&data=moons&opt=adam&lr=.02&steps=50', 50)
  await page.getByRole('combobox', { name: 'data', exact: true }).selectOption('digits')
  const notice = lab.notice(/data\/digits\.bin: found 2 bytes, expected 116805/)
  await expect(notice).toBeVisible()
  await page.unroute(/digits\.bin$/)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(/true class \(row\)/)).toBeVisible()
  await expect(page.getByText(/val\s+\d+%/)).toBeVisible()
})

test('own rows are trained on, and come back from the link to the last bit', async ({ page, lab }) => {
  await lab.open('v=1&data=moons&opt=adam&lr=.02&steps=50', 50)
  await page.getByRole('combobox', { name: 'data', exact: true }).selectOption('rows')
  const own = page.getByRole('region', { name: 'Your own rows' })
  const rows = own.getByRole('textbox')

  await rows.fill(good.with(8, '10,8,abc,cat').join('\n'))
  await expect(own.getByText('row 9, column 3 (weight): found "abc", expected a number')).toBeVisible()
  await expect(own.getByRole('button', { name: 'Train on these rows' })).toBeDisabled()
  await expect(rows).toHaveValue(/10,8,abc,cat/)

  await rows.fill(good.join('\n'))
  await expect(own.getByRole('columnheader', { name: 'weight' })).toBeVisible()
  await expect(own.getByText('60 rows of 3 inputs, in 2 classes')).toBeVisible()
  await own.getByRole('button', { name: 'Train on these rows' }).click()
  await expect(page.getByText(/true class \(row\)/)).toBeVisible()
  await expect(page).toHaveURL(/data=table.*&z=/)
  const hash = await lab.fingerprint()
  await page.reload()
  await lab.isAt(50)
  expect(await lab.fingerprint()).toBe(hash)
  const told = execFileSync('node', ['scripts/experiment.mjs', page.url(), '--format', 'fingerprint'])
  expect(told.toString().trim()).toBe(hash)
})

test('a dropped file opens as rows, and the column to predict can be chosen', async ({ page, lab }) => {
  await lab.open('v=1&data=moons&opt=adam&lr=.02&steps=50', 50)
  const text = [
    'kind\ta\tb',
    ...Array.from({ length: 20 }, (_, i) => `${'xyz'[i % 3]}\t${i}\t${i * i}`),
  ].join('\n')
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'rows.tsv', { type: 'text/tab-separated-values' }))
    return data
  }, text)
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
  const own = page.getByRole('region', { name: 'Your own rows' })
  await expect(own.getByText(/row 2, column 1 \(kind\): found "x", expected a number/)).toBeVisible()
  await own.getByRole('combobox', { name: 'column to predict' }).selectOption('kind')
  await expect(own.getByText('20 rows of 2 inputs, in 3 classes')).toBeVisible()
  await own.getByRole('button', { name: 'Train on these rows' }).click()
  await expect(page).toHaveURL(/data=table/)
})

test('points are drawn with the mouse and with keys, and taken away again', async ({ page, lab }) => {
  await lab.open('v=1&data=moons&n=40&opt=adam&lr=.02&steps=50', 50)
  await page.getByRole('combobox', { name: 'data', exact: true }).selectOption('points')
  const own = page.getByRole('region', { name: 'Your own points' })
  await expect(own.getByText('40 points')).toBeVisible()
  await own.getByRole('button', { name: 'Clear' }).click()
  await expect(own.getByText('2 points')).toBeVisible()

  await own.getByRole('radio', { name: 'class lower' }).check()
  const { x, y, width, height } = await boxOf(
    page.getByRole('region', { name: 'Decision' }).getByRole('presentation'),
  )
  const middle = { x: x + width / 2, y: y + height / 2 }
  await page.mouse.click(middle.x, middle.y - 30)
  await page.mouse.click(middle.x + 20, middle.y - 50)
  await expect(own.getByText('4 points')).toBeVisible()
  await page.keyboard.down('Alt')
  await page.mouse.click(middle.x + 22, middle.y - 50)
  await page.keyboard.up('Alt')
  await expect(own.getByText('3 points')).toBeVisible()

  await own.getByRole('textbox', { name: 'x1 of the point' }).fill('half')
  await expect(own.getByText('x₁: found “half”, expected a number such as −0.75')).toBeVisible()
  await own.getByRole('textbox', { name: 'x1 of the point' }).fill('0.5')
  await own.getByRole('textbox', { name: 'x2 of the point' }).fill('−1.25')
  await own.getByRole('textbox', { name: 'x2 of the point' }).press('Enter')
  await expect(own.getByText('4 points')).toBeVisible()
  await own.getByRole('radio', { name: 'eraser' }).check()
  await own.getByRole('button', { name: 'Take the nearest away' }).press('Enter')
  await expect(own.getByText('3 points')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(own.getByText('4 points')).toBeVisible()
  // It brings the address up to date.
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(page.getByRole('button', { name: /Copied|address bar/ })).toBeVisible()
  await page.reload()
  await lab.isAt(50)
  await page.getByRole('button', { name: 'edit', exact: true }).click()
  await expect(own.getByText('4 points')).toBeVisible()
})
