import { expect, test } from './lab.ts'

const BOWL = 'v=1&f=formula&formula=x^2+%2B+4y^2&opt=sgd,adam&lr=.1,.2'

test('a formula is raced on as it is typed, and travels in the link', async ({ lab, page }) => {
  await lab.open(BOWL)
  const field = page.getByRole('textbox', { name: 'formula in x and y' })
  await expect(field).toHaveValue('x^2 + 4y^2')
  await expect(lab.map).toHaveAccessibleName(/formula of your own/)
  const before = await lab.loss('SGD').innerText()
  await field.fill('x^4 + 4y^2')
  await expect(lab.loss('SGD')).not.toHaveText(before)
  const after = await lab.loss('SGD').innerText()
  await field.press('Enter')
  await expect(page).toHaveURL(/formula=x%5E4/)
  await page.reload()
  await expect(field).toHaveValue('x^4 + 4y^2')
  await expect(lab.loss('SGD')).toHaveText(after)
})

test('a formula that cannot be read is kept, with the character at which it fails; the race stays', async ({
  lab,
  page,
}) => {
  await lab.open(BOWL)
  const field = page.getByRole('textbox', { name: 'formula in x and y' })
  const loss = await lab.loss('SGD').innerText()
  await field.fill('x^2 + sinn(y)')
  await expect(page.getByRole('alert')).toContainText('Character 7: found "sinn", expected one of x, y, pi')
  await expect(lab.loss('SGD')).toHaveText(loss)
  await field.press('Tab')
  await expect(field).toHaveValue('x^2 + sinn(y)')
  await field.fill('x^2 + sin(y)')
  await expect(page.getByRole('alert')).toBeHidden()
  await expect(lab.loss('SGD')).not.toHaveText(loss)
})

for (const [what, formula] of Object.entries({
  code: 'constructor.constructor("alert(1)")()',
  markup: '<img src=x onerror=alert(1)>',
  'endless brackets': '('.repeat(250),
}))
  test(`${what} in place of a formula is refused by its place, and nothing runs`, async ({ lab, page }) => {
    await page.goto(`/#v=1&f=formula&formula=${encodeURIComponent(formula)}&opt=sgd`)
    await expect(lab.notice('This link could not be read')).toContainText(/at character \d+ instead of/)
    await expect(page.getByRole('textbox', { name: 'link' }).or(page.locator('textarea'))).toHaveValue(
      /formula=/,
    )
  })
