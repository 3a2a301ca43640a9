import type { Page } from 'playwright/test'
import { expect, test } from './lab.ts'

test('the page stands on its own: it asks no other host for anything', async ({ lab, page, baseURL }) => {
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.goto('/')
  await expect(page).toHaveTitle(/Descent/)
  await expect(lab.loss('Adam')).toHaveText(/\d/)
  await page.waitForLoadState('networkidle')
  expect(requests.filter((url) => !url.startsWith(`${baseURL}/`) && !/^(data|blob):/.test(url))).toEqual([])
})

/** What is asked for from now on; the browser asks for the icon of a tab when it likes to. */
async function requestsAfter(page: Page) {
  await expect(page.getByLabel('What to look for')).toContainText(/\w/)
  await page.waitForLoadState('networkidle')
  const requests: string[] = []
  page.on('request', (request) => request.url().endsWith('favicon.svg') || requests.push(request.url()))
  return requests
}

test('once it is there, it asks nobody for anything', async ({ lab, page }) => {
  await lab.open()
  const requests = await requestsAfter(page)
  await lab.number('learning rate of SGD').press('ArrowDown')
  await page.getByRole('combobox', { name: 'surface' }).selectOption({ label: 'Beale function' })
  await expect(lab.map).toHaveAttribute('aria-label', /Beale/)
  await lab.button('Nesterov').click()
  await expect(lab.loss('Nesterov')).toHaveText(/\d/)
  await lab.button('Switch to the dark theme').click()
  await lab.fingerprint()
  expect(requests).toEqual([])
})

test('nor for the menu of a run', async ({ lab, page }) => {
  await lab.open()
  const requests = await requestsAfter(page)
  await lab.button('More of Adam').click()
  await expect(page.getByRole('button', { name: 'Duplicate' })).toBeVisible()
  expect(requests).toEqual([])
})

test('the content security policy is there, and nothing offends against it', async ({ lab, page }) => {
  await page.addInitScript(() => {
    const offences: string[] = []
    Object.assign(window, { offences })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      offences.push(`${violatedDirective} ${blockedURI}`),
    )
  })
  await lab.open()
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]')
  await expect(policy).toHaveAttribute('content', /default-src 'self'/)
  await lab.menu('Adam')
  await page.getByRole('heading', { level: 1 }).click()
  await lab.button('Switch to the dark theme').click()
  expect(await page.evaluate(() => (window as unknown as { offences: string[] }).offences)).toEqual([])
})

test('no number of the page is shown as NaN, whatever surface and optimizer', async ({ lab, page }) => {
  // The check is made after every test, here on a race in which much overflows.
  await lab.open(
    'v=1&f=rosenbrock&opt=sgd,momentum,nesterov,adagrad,adadelta,rmsprop,power,lion&lr=1000,1000,1000,1000,1000,1000,1000,1000',
    60,
  )
  for (const run of await lab.names()) {
    await lab.button(run).click()
    await expect(lab.equation).toHaveAccessibleName(`Update of ${run}`)
  }
  await expect(page.getByRole('main')).not.toContainText(/NaN|Infinity|undefined/)
})
