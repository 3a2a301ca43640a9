import { expect, OPENING, test } from './lab.ts'

test('the page opens on five optimizers in the κ = 50 ravine', async ({ lab, page }) => {
  await page.goto('/')
  await expect(page).toHaveTitle(/Descent/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Descent')
  await expect(page.getByRole('combobox', { name: 'surface' })).toHaveValue('ravine')
  await expect(lab.number('condition number')).toHaveText('50')
  await expect(lab.sentence).toContainText('five optimizers')
  expect(await lab.names()).toEqual(OPENING)
  expect(await lab.start()).toEqual([-5, 2])
})

test('it plays once by itself, from step 0 to 60, and stops there', async ({ lab, page }) => {
  await page.addInitScript(() => {
    const steps: number[] = []
    Object.assign(window, { steps })
    new MutationObserver(() => {
      const rail = document.querySelector('[role="slider"][aria-label="Step"]')
      const step = Number(rail?.getAttribute('aria-valuenow') ?? 0)
      if (steps.at(-1) !== step) steps.push(step)
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['aria-valuenow'] })
  })
  await page.goto('/')
  await expect(lab.button('Pause')).toBeVisible()
  await expect(lab.rail).toHaveAttribute('aria-valuenow', '60', { timeout: 15_000 })
  await expect(lab.button('Play')).toBeVisible()
  // The address is written once all is quiet.
  await expect(page).toHaveURL(/&at=60$/)
  await lab.isAt(60)
  const seen = await page.evaluate(() => (window as unknown as { steps: number[] }).steps)
  expect(seen[0]).toBe(0)
  // What comes before the first step, another test looks at.
  const played = seen.filter((step) => step > 0)
  expect(played).toEqual([...played].sort((a, b) => a - b))
  expect(seen.at(-1)).toBe(60)
})

test('playing never goes back, not for a single frame', async ({ lab, page }) => {
  await page.addInitScript(() => {
    // Frames are told when they began, which may be a while ago.
    const request = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = (callback) => request((now) => callback(now - 30))
  })
  await lab.open(undefined, 20)
  await page.evaluate(() => {
    const steps: number[] = []
    Object.assign(window, { steps })
    const rail = document.querySelector('[role="slider"][aria-label="Step"]')!
    new MutationObserver(() => steps.push(Number(rail.getAttribute('aria-valuenow')))).observe(rail, {
      attributeFilter: ['aria-valuenow'],
    })
  })
  await lab.button('Play').click()
  await expect.poll(() => lab.step()).toBeGreaterThan(23)
  const seen = await page.evaluate(() => (window as unknown as { steps: number[] }).steps)
  expect([20, ...seen]).toEqual([20, ...seen].sort((a, b) => a - b))
})

test('at step 60 the losses of the opening are those that the lessons print', async ({ lab }) => {
  await lab.open(undefined, 60)
  expect(await lab.losses()).toEqual({
    SGD: '0.120',
    Momentum: '0.101',
    RMSProp: '0.0128',
    Adam: '0.131',
    'Sign descent': '1.1×10−29',
  })
  for (const [run, steps] of [
    ['SGD', '33'],
    ['Momentum', '23'],
    ['RMSProp', '33'],
    ['Adam', '28'],
    ['Sign descent', '36'],
  ])
    await expect(lab.arrival(run)).toHaveText(steps)
})

test('play, pause, step on and back, and restart', async ({ lab }) => {
  await lab.open(undefined, 10)
  await lab.button('Play').click()
  await expect.poll(() => lab.step()).toBeGreaterThan(12)
  await lab.button('Pause').click()
  await expect(lab.button('Play')).toBeVisible()
  const at = await lab.restedFrom(10)
  await lab.button('Step forward').click()
  await lab.isAt(at + 1)
  await lab.button('Step back').click()
  await lab.button('Step back').click()
  await lab.isAt(at - 1)
  await lab.button(/^Back to the start/).click()
  await lab.isAt(0)
  await lab.button('Step back').click()
  await lab.isAt(0)
})

test('keys play, step and go to the ends', async ({ lab, page }) => {
  await lab.open(undefined, 20)
  await page.keyboard.press('ArrowRight')
  await lab.isAt(21)
  await page.keyboard.press('Shift+ArrowRight')
  await lab.isAt(31)
  await page.keyboard.press('ArrowLeft')
  await lab.isAt(30)
  await page.keyboard.press('Home')
  await lab.isAt(0)
  await page.keyboard.press('Space')
  await expect(lab.button('Pause')).toBeVisible()
  await page.keyboard.press('Space')
  await expect(lab.button('Play')).toBeVisible()
  await page.keyboard.press('End')
  await lab.isAt(60)
})

test('the same seed is the same run: restarting changes no number', async ({ lab, page }) => {
  await lab.open(`v=1&f=ravine&opt=sgd,adam&noise=.5`, 40)
  const before = await lab.losses()
  await page.keyboard.press('r')
  await expect(lab.button('Pause')).toBeVisible()
  await expect.poll(() => lab.step()).toBeLessThan(40)
  await page.keyboard.press('Space')
  await lab.seek(40)
  expect(await lab.losses()).toEqual(before)
})

test('Space plays also when the rail was used last', async ({ lab, page }) => {
  await lab.open(undefined, 10)
  await lab.seek(12)
  await page.keyboard.press('Space')
  await expect(lab.button('Pause')).toBeVisible({ timeout: 2000 })
})

test.describe('by a clock that is wound by hand', () => {
  test('a second is 12 steps, at twice the speed 24', async ({ lab, page }) => {
    await page.clock.install()
    await lab.open(undefined, 0)
    await page.clock.pauseAt(new Date(Date.now() + 60_000))
    await lab.button('Play').click()
    await page.clock.runFor(1000)
    expect(Math.abs((await lab.step()) - 12)).toBeLessThanOrEqual(1)
    await lab.button('Pause').click()

    await lab.number('Speed').press('ArrowUp')
    await expect(lab.number('Speed')).toHaveText('2×')
    await lab.button(/^Back to the start/).click()
    await lab.button('Play').click()
    await page.clock.runFor(1000)
    expect(Math.abs((await lab.step()) - 24)).toBeLessThanOrEqual(1)
  })
})

test('a press on the speed takes the next one, [ and ] go both ways', async ({ lab, page }) => {
  await lab.open()
  await lab.number('Speed').click()
  await expect(lab.number('Speed')).toHaveText('2×')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('[')
  await page.keyboard.press('[')
  await expect(lab.number('Speed')).toHaveText('0.5×')
  await page.keyboard.press(']')
  await expect(lab.number('Speed')).toHaveText('1×')
})

test.describe('with reduced motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })

  test('nothing plays by itself, and the race is shown half way', async ({ lab, page }) => {
    await page.goto('/')
    await lab.isAt(30)
    await expect(lab.button('Play')).toBeVisible()
    await expect(page).toHaveURL(/&at=30$/)
    await lab.isAt(30)
  })

  test('playing is four single steps a second', async ({ lab, page }) => {
    await page.clock.install()
    await lab.open(undefined, 0)
    await page.clock.pauseAt(new Date(Date.now() + 60_000))
    await lab.button('Play').click()
    await page.clock.runFor(2000)
    expect(Math.abs((await lab.step()) - 8)).toBeLessThanOrEqual(1)
  })
})
