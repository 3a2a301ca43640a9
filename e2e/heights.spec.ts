import { levelNames } from '../app/figure/levels.ts'
import { heights, measured, widths } from '../app/snippets/heights.ts'
import { railOf, test } from './host.ts'
import { expect } from './lab.ts'

/** Px by which fonts of another system may differ. */
const NEAR = 4

for (const kind of ['surface', 'network'] as const)
  test(`the heights that snippets of a ${kind} say are those that its figures need`, async ({ page }) => {
    for (const ui of levelNames) {
      // Another fragment alone would load nothing.
      await page.goto('about:blank')
      await page.goto(`/v1/embed/#${measured[kind]}&ui=${ui}&size=auto`)
      await expect(railOf(page)).toBeVisible()
      for (const [n, width] of widths.entries()) {
        await page.setViewportSize({ width, height: 600 })
        // What it needed before is of no matter.
        await page.evaluate(async () => {
          for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
        })
        const needed = () => page.locator('.embed').evaluate((one) => one.getBoundingClientRect().height)
        await expect
          .poll(async () => Math.abs((await needed()) - heights[kind][ui][n]), {
            message: `${kind}, ${ui}, ${width} px: needs ${await needed()}`,
          })
          .toBeLessThanOrEqual(NEAR)
      }
    }
  })
