import { boxOf, expect, type Lab, OPENING, RAVINE, test } from './lab.ts'

/** What reaches over the edge at these widths, in px or by name. */
async function over(lab: Lab, widths: readonly number[]) {
  const found: Record<number, unknown> = {}
  for (const width of widths) {
    await lab.page.setViewportSize({ width, height: width < 700 ? 844 : 900 })
    // A frame for what measures itself, another for what it then draws.
    const [px, names] = await lab.page.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      for (let n = 0; n < 3; n++) await frame()
      const { scrollWidth, clientWidth } = document.documentElement
      const controls = document.querySelectorAll(
        'main button, main [role="spinbutton"], main select, header button',
      )
      const out = [...controls].filter((element) => {
        const { left, right, width } = element.getBoundingClientRect()
        // What is too long for a small screen is scrolled in its place.
        for (let box = element.parentElement; box; box = box.parentElement)
          if (['auto', 'scroll'].includes(getComputedStyle(box).overflowX)) return false
        return width > 1 && (left < 0 || right > clientWidth + 0.5)
      })
      return [
        scrollWidth - clientWidth,
        out.map((element) => element.getAttribute('aria-label') ?? element.textContent),
      ] as const
    })
    if (px > 0) found[width] = `${px} px`
    else if (names.length > 0) found[width] = names
  }
  return found
}

const LONGEST =
  'v=1&f=goldsteinPrice&opt=sgd,momentum,rmsprop,adam,sign,nesterov,lion,nadam&noise=.55&seed=123456'

const NETWORK = 'v=1&data=circles&opt=sgd,momentum,rmsprop,adam&lr=.5,.1,.01,.02'

for (const [what, link] of [
  ['the opening', RAVINE],
  ['eight runs with noise', LONGEST],
  ['four networks', NETWORK],
]) {
  test(`${what}: at every width from 320 px on nothing reaches over the edge`, async ({ lab }) => {
    await lab.open(link)
    expect(await over(lab, [320, 340, 360, 390, 430, 600, 700, 701, 768, 839, 840, 900, 1024, 1100])).toEqual(
      {},
    )
    expect(await over(lab, [1180, 1280, 1360, 1361, 1440, 1441, 1700, 1920])).toEqual({})
  })
}

test('nor does it just above the width at which there are two columns', async ({ lab }) => {
  await lab.open()
  expect(await over(lab, [1101, 1120, 1140, 1163])).toEqual({})
})

test('at 1440 × 900 the whole lab is on the screen', async ({ lab, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const bottom = () => page.evaluate(() => document.documentElement.scrollHeight)
  await lab.open()
  expect(await bottom()).toBeLessThanOrEqual(900)
  // The longest rule of those: three equations.
  await lab.button('Adam').click()
  await expect(lab.equation).toContainText('Adam at step 30')
  expect(await bottom()).toBeLessThanOrEqual(900)
  // The longest sentence.
  await lab.open('v=1&f=formula&rotate=45&noise=.25&seed=1234&steps=1500&opt=sgd,momentum,rmsprop,adam,sign')
  await expect(page.getByRole('textbox')).toBeVisible()
  expect(await bottom()).toBeLessThanOrEqual(900)
})

test('and of networks as well', async ({ lab, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await lab.open(NETWORK)
  const bottom = await page.evaluate(() => document.documentElement.scrollHeight)
  expect(bottom).toBeLessThanOrEqual(900)
})

test('in a low window the timeline stays in sight', async ({ lab, page }) => {
  await page.setViewportSize({ width: 1366, height: 600 })
  await lab.open()
  await expect(lab.button('Play')).toBeInViewport({ ratio: 1 })
  await expect(lab.rail).toBeInViewport({ ratio: 1 })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('the transport is docked within a thumb’s reach, its targets 44 px at least', async ({
    lab,
    page,
  }) => {
    await lab.open()
    const dock = page.getByRole('group', { name: 'Transport' })
    await expect(dock).toBeInViewport()
    const { y, height } = await boxOf(dock)
    expect(Math.abs(y + height - 844)).toBeLessThan(1)
    for (const target of [
      ...(await dock.getByRole('button').all()),
      dock.getByRole('slider'),
      dock.getByRole('spinbutton'),
    ]) {
      const box = await boxOf(target)
      const name = await target.getAttribute('aria-label')
      expect(Math.round(box.height), `height of ${name}`).toBeGreaterThanOrEqual(44)
      expect(Math.round(box.width), `width of ${name}`).toBeGreaterThanOrEqual(44)
    }
  })

  test('a row of the race is as high as a fingertip', async ({ lab }) => {
    await lab.open()
    for (const name of OPENING) expect((await boxOf(lab.row(name))).height).toBeGreaterThanOrEqual(44)
  })

  test('what was switched is named at its flag in the dock', async ({ lab, page }) => {
    await lab.open('v=1&data=circles&opt=sgd,adam&lr=.3,.02&steps=40&@20.bn=1', 20)
    const dock = page.getByRole('group', { name: 'Transport' })
    await expect(dock.getByRole('button', { name: 'BatchNorm on, 20' })).toBeVisible()
  })

  test('the dock stays while the page is scrolled, and covers nothing at its end', async ({ lab, page }) => {
    await lab.open()
    const dock = page.getByRole('group', { name: 'Transport' })
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await expect(dock).toBeInViewport()
    const { y } = await boxOf(dock)
    const last = await boxOf(lab.panels)
    expect(last.y + last.height).toBeLessThanOrEqual(y + 1)
  })

  test('a tap plays, another pauses; taps step', async ({ lab, page }) => {
    await lab.open(undefined, 10)
    const dock = page.getByRole('group', { name: 'Transport' })
    await dock.getByRole('button', { name: 'Play' }).tap()
    await expect.poll(() => lab.step()).toBeGreaterThan(10)
    await dock.getByRole('button', { name: 'Pause' }).tap()
    const at = await lab.restedFrom(10)
    await dock.getByRole('button', { name: 'Step forward' }).tap()
    await lab.isAt(at + 1)
    await dock.getByRole('spinbutton', { name: 'Speed' }).tap()
    await expect(dock.getByRole('spinbutton', { name: 'Speed' })).toHaveText('2×')
  })

  test('a tap on the ground sets the start', async ({ lab, page }) => {
    await lab.open()
    const { x, y } = await lab.startPlace()
    await page.touchscreen.tap(x + 150, y - 60)
    await expect.poll(async () => (await lab.start())[0]).toBeGreaterThan(-4)
    const place = await lab.startPlace()
    expect(Math.hypot(place.x - x - 150, place.y - y + 60)).toBeLessThan(2)
  })

  test('a tap on a number lets it be typed', async ({ lab, page }) => {
    await lab.open()
    await lab.number('learning rate of SGD').tap()
    const field = page.getByRole('textbox', { name: 'learning rate of SGD' })
    await expect(field).toBeFocused()
    await field.fill('0.02')
    await field.press('Enter')
    await expect(lab.number('learning rate of SGD')).toHaveText('0.02')
  })

  test('what the bar has no room for is behind "More"', async ({ lab, page }) => {
    await lab.open()
    await lab.button('More').tap()
    await expect(
      page.getByRole('group', { name: 'More', exact: true }).getByRole('button', { name: 'Copy link' }),
    ).toBeVisible()
  })

  test('a run’s menu is wholly on the screen', async ({ lab }) => {
    await lab.open()
    const menu = await lab.menu('Adam')
    const { x, y, width, height } = await boxOf(menu)
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(390)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y + height).toBeLessThanOrEqual(844)
    await menu.getByRole('button', { name: 'Remove' }).tap()
    expect(await lab.names()).toEqual(OPENING.filter((run) => run !== 'Adam'))
  })
})
