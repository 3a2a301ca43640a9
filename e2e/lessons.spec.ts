import type { Page } from 'playwright/test'
import { serious } from './axe.ts'
import { expect, test } from './lab.ts'

const rail = (page: Page) => page.getByRole('slider', { name: 'Step', exact: true }).last()
const figure = (page: Page) => page.getByRole('complementary', { name: 'Figure' })
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 2 })

/** Opens a lesson and waits until its figure stands where its link says. */
async function open(page: Page, place: string, step: number) {
  await page.goto(`/#lesson=${place}`)
  await expect(rail(page)).toHaveAttribute('aria-valuenow', String(step))
}

test('the tab opens the first lesson; the next one begins at its heading; Back comes back', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Lessons' }).click()
  await expect(heading(page, 'Steps and valleys')).toBeVisible()
  await page.getByRole('link', { name: 'Next Momentum and Nesterov' }).click()
  await expect(heading(page, 'Momentum and Nesterov')).toBeFocused()
  const contents = page.getByRole('navigation', { name: 'Lessons', exact: true })
  await expect(contents.locator('[aria-current]')).toHaveText(/Momentum and Nesterov/)
  await page.goBack()
  await expect(heading(page, 'Steps and valleys')).toBeVisible()
})

test('by keyboard: a link sets the figure, a choice comes before play, the figure answers', async ({
  page,
}) => {
  await open(page, 'steps', 20)
  const link = page.getByRole('link', { name: 'jumps from wall to wall' })
  await link.focus()
  await link.press('Enter')
  await expect(link).toHaveAttribute('aria-current', 'true')
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '60')
  await expect(page).toHaveURL(/#lesson=steps&figure=valley/)

  const play = page.getByRole('button', { name: 'Play the figure' })
  const answer = page.getByText('As it turns out: it neither arrives nor leaves.')
  await expect(play).toBeDisabled()
  await page.getByRole('radio', { name: 'it flies off' }).press('Space')
  await play.press('Enter')
  await expect(rail(page)).not.toHaveAttribute('aria-valuenow', '0')
  await expect(answer).toBeHidden()
  await figure(page).getByRole('button', { name: 'Pause' }).press('Enter')
  await expect(answer).toBeVisible()
  await expect(page.getByText('the height of the wall where it began')).toBeVisible()
})

/** How many pixels of the curves are inked in the middle of their panels. */
const inkedAhead = (page: Page) =>
  figure(page)
    .locator('.time-panels canvas')
    .last()
    .evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas
      const middle = new OffscreenCanvas(0.4 * width, height).getContext('2d', { willReadFrequently: true })!
      middle.drawImage(canvas, -0.3 * width, 0)
      const { data } = middle.getImageData(0, 0, 0.4 * width, height)
      return data.filter((value, i) => i % 4 === 3 && value > 0).length
    })

test('what is to come is not shown before the question about it has been answered', async ({ page }) => {
  await open(page, 'clipping', 0)
  await expect(figure(page).getByText('free').first()).toBeVisible()
  expect(await inkedAhead(page)).toBe(0)
  await page.getByRole('radio', { name: 'it stops at the edge' }).check()
  await page.getByRole('button', { name: 'Play the figure' }).click()
  await expect(rail(page)).not.toHaveAttribute('aria-valuenow', '0')
  await figure(page).getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByText('You said: it stops at the edge.')).toBeVisible()
  await expect.poll(() => inkedAhead(page)).toBeGreaterThan(100)
  // The answer is kept while another lesson is read.
  await page.getByRole('link', { name: 'Next Grid search, early stopping' }).click()
  await page.goBack()
  await expect(page.getByText('You said: it stops at the edge.')).toBeVisible()
})

test('at its end a lesson gives its figure away: a line that is copied and shows it elsewhere, and the other forms', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, 'signs', 14)
  await page.getByRole('button', { name: 'Copy Figure 4.1 for another page' }).click()
  await expect(page.getByText('Copied')).toBeVisible()
  const line = await page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: /^Choose what it shows/ }).click()
  await expect(
    page.getByRole('dialog', { name: 'Embed' }).getByLabel('Element', { exact: true }),
  ).toBeVisible()
  const [, address] = /^<iframe src="([^"]+)"/.exec(line)!
  await page.goto(address)
  await expect(page.getByRole('figure', { name: 'Same valley, same start' })).toBeVisible()
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '14')
})

test('keys are the figure’s while the focus is in it, and scroll the text otherwise', async ({ page }) => {
  await open(page, 'steps', 20)
  await page.keyboard.press('ArrowRight')
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '20')
  await figure(page).getByRole('figure').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '21')
})

test('the rail lies under the curves: its thumb is the end of their cursor', async ({ page }) => {
  await open(page, 'momentum', 27)
  const thumb = (await figure(page).locator('.rail-thumb').boundingBox())!
  const curves = (await figure(page).locator('.time-panels').boundingBox())!
  const x = thumb.x + thumb.width / 2
  await page.mouse.click(x, curves.y + curves.height / 2)
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '27')
  // A step is four pixels wide.
  await page.mouse.click(x + 8, curves.y + curves.height / 2)
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '29')
})

test('the lab opens with what the figure shows, and Back comes back to it', async ({ page }) => {
  await open(page, 'signs&figure=rprop', 40)
  await figure(page).getByRole('link', { name: 'Open in the lab' }).click()
  await expect(page).toHaveURL(/f=ravine&kappa=25.*opt=rprop,sign.*at=40/)
  await expect(page.getByRole('rowheader', { name: 'RProp' })).toBeVisible()
  await page.goBack()
  await expect(heading(page, 'Only the sign remains')).toBeVisible()
  await expect(figure(page)).toContainText('RProp and its namesake limit')
})

test('what was left in a lesson is there on return; one engine runs at a time', async ({ page }) => {
  await open(page, 'steps', 20)
  await rail(page).press('ArrowRight')
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '21')
  const contents = page.getByRole('navigation', { name: 'Lessons', exact: true })
  await contents.getByRole('link', { name: /Momentum and Nesterov/ }).click()
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '27')
  await contents.getByRole('link', { name: /Steps and valleys/ }).click()
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '21')
  await expect.poll(() => page.workers().length).toBe(1)
})

test('networks are trained beside the text', async ({ page }) => {
  await open(page, 'divergences&figure=mistake%3Fat%3D50', 50)
  await expect(figure(page).getByText(/val\s+9\d%/)).toHaveCount(1)
  await page.getByRole('link', { name: 'With ordinary small weights' }).click()
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '400')
  await expect(figure(page).getByText(/val\s+9\d%/)).toHaveCount(2)
})

test('a lesson that there is not is named, and the nearest thing shown', async ({ page }) => {
  await page.goto('/#lesson=simulated-annealing')
  await expect(page.getByText('There is no lesson “simulated-annealing”.')).toBeVisible()
  await expect(heading(page, 'Steps and valleys')).toBeVisible()
})

test('on paper the answers are given and the experiment’s link is written out', async ({ page }) => {
  await open(page, 'steps', 20)
  const answer = page.getByText('the height of the wall where it began')
  await expect(answer).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(answer).toBeVisible()
  const link = figure(page).getByRole('link', { name: /Open in the lab/ })
  const written = await link.evaluate((element) => getComputedStyle(element, '::after').content)
  expect(written).toContain('f=ravine')
})

for (const shade of ['light', 'dark'] as const) {
  test(`axe finds nothing serious in the ${shade} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: shade })
    await open(page, 'signs', 14)
    expect(await serious(page)).toEqual([])
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the figure stays at the lower edge, lessons are chosen from a menu, nothing is wider than the screen', async ({
    page,
  }) => {
    await open(page, 'steps', 20)
    await page.mouse.wheel(0, 900)
    await expect(figure(page).getByRole('button', { name: 'Play' })).toBeInViewport()
    await page.getByRole('combobox', { name: 'Lesson' }).selectOption({ label: '4 Only the sign remains' })
    await expect(heading(page, 'Only the sign remains')).toBeVisible()
    await expect(rail(page)).toHaveAttribute('aria-valuenow', '14')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await serious(page)).toEqual([])
  })
})

test('on paper a lesson is text, followed by a picture of its figure', async ({ page }) => {
  await open(page, 'signs', 14)
  // What prepares prints comes after the first picture.
  await expect(page.locator('dialog')).toBeAttached()
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const words = page.locator('.printed text')
  await expect(words.filter({ hasText: 'Same valley, same start' }).first()).toBeVisible()
  await expect(words.filter({ hasText: 'Step 14 of 48, seed 1.' })).toBeVisible()
  await expect(heading(page, 'Only the sign remains')).toBeVisible()
  await expect(figure(page)).toBeHidden()
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  await expect(figure(page)).toBeVisible()
  await expect(words).toHaveCount(0)
})
