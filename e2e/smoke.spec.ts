import { expect, test } from 'playwright/test'

test('the page stands on its own: it opens without an error and asks no other host for anything', async ({
  page,
  baseURL,
}) => {
  const errors: string[] = []
  const requests: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('request', (request) => requests.push(request.url()))

  await page.goto('/')
  await expect(page).toHaveTitle(/Descent/)
  await expect(page.getByRole('heading', { level: 1 }).or(page.getByRole('banner')).first()).toContainText(
    'Descent',
  )
  await page.waitForLoadState('networkidle')

  expect(errors).toEqual([])
  const elsewhere = requests.filter((url) => !url.startsWith(`${baseURL}/`) && !/^(data|blob):/.test(url))
  expect(elsewhere).toEqual([])
})
