import { expect, test } from './lab.ts'

declare global {
  interface Window {
    asked: Set<string>
    drawn: Set<string>
  }
}

const CIRCLES = 'v=1&data=circles&opt=sgd,momentum,rmsprop,adam&lr=.5,.1,.01,.02'

test('one click from the opening, four optimizers train the same network on circles', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Network' }).click()
  for (const name of ['SGD', 'Momentum', 'RMSProp', 'Adam']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeVisible()
  }
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
})

test('each of them tells circles apart, in 95 of 100 cases at least', async ({ page }) => {
  await page.goto(`/#${CIRCLES}&at=400`)
  await expect(page.getByText(/val\s+(9[5-9]|100)%/)).toHaveCount(4)
})

test('a switch acts from the cursor on, is flagged, survives in the link and can be undone', async ({
  page,
}) => {
  await page.goto(`/#${CIRCLES}&at=200`)
  const rail = page.getByRole('slider', { name: 'Step' }).last()
  await expect(rail).toHaveAttribute('aria-valuenow', '200')
  const batchNorm = page.getByRole('switch', { name: /BatchNorm/ })
  await batchNorm.click()
  await expect(page.getByText('since 200', { exact: true })).toBeVisible()
  await expect(page).toHaveURL(/@200\.bn=1/)
  await page.reload()
  await expect(page.getByText('since 200', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo last switch' }).click()
  await expect(page).not.toHaveURL(/bn=1/)
})

test('the command line trains the same networks', async ({ page }) => {
  await page.goto(`/#${CIRCLES}&at=400`)
  await expect(page.getByText(/val\s+(9[5-9]|100)%/)).toHaveCount(4)
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click()
  await page.getByRole('button', { name: 'of this run' }).click()
  const { execFileSync } = await import('node:child_process')
  const told = execFileSync('node', ['scripts/experiment.mjs', CIRCLES, '--format', 'fingerprint'])
  await expect(page.getByText(told.toString().trim())).toBeVisible()
})

test('panels that are off screen are neither asked for nor drawn while it plays', async ({ lab, page }) => {
  await page.setViewportSize({ width: 1440, height: 420 })
  // Notes what workers are asked to look into, and which panels are drawn.
  await page.addInitScript(() => {
    const asked = (window.asked = new Set<string>())
    const drawn = (window.drawn = new Set<string>())
    const { postMessage } = Worker.prototype
    Worker.prototype.postMessage = function (message: { probe?: { parts: string[] } }, ...more: never[]) {
      message.probe?.parts.forEach((part) => asked.add(part))
      postMessage.call(this, message, ...more)
    }
    const { clearRect } = CanvasRenderingContext2D.prototype
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      const row = this.canvas.closest('section')
      if (row) drawn.add(row.innerText.split('\n', 1)[0])
      clearRect.apply(this, box)
    }
  })
  const noted = async () => {
    const step = await lab.step()
    await page.evaluate(() => (['asked', 'drawn'] as const).forEach((name) => window[name].clear()))
    await expect.poll(() => lab.step()).toBeGreaterThan(step + 20)
    return page.evaluate(() => ({ asked: [...window.asked], drawn: [...window.drawn] }))
  }
  await page.goto(`/#${CIRCLES}&steps=20000`)
  await expect(lab.button('Pause')).toBeVisible()
  const above = await noted()
  expect(above.asked).toContain('map')
  expect(above.drawn).toContain('Decision')
  expect(above.drawn).not.toContain('Divergence')
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await expect(page.getByRole('region', { name: 'Decision' }).locator('canvas')).toHaveCount(0)
  const below = await noted()
  expect(below.asked).not.toContain('map')
  expect(below.drawn).not.toContain('Decision')
  expect(below.drawn).toContain('Divergence')
})

test('a phone that is turned shows the maps in all columns', async ({ lab, page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await lab.open(CIRCLES, 60)
  await page.setViewportSize({ width: 844, height: 390 })
  const map = page.getByRole('region', { name: 'Decision' }).locator('canvas').first()
  /** Pixels that are sand or sea: points and paper are grey. */
  const coloured = () =>
    map.evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      let found = 0
      for (let i = 0; i < data.length; i += 4) if (Math.abs(data[i] - data[i + 2]) > 24) found++
      return found
    })
  await expect.poll(coloured).toBeGreaterThan(2000)
})
