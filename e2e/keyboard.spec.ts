import type { Page } from 'playwright/test'
import { expect, test, type Lab } from './lab.ts'

interface Stop {
  name: string
  /** Whether the focus is seen: on the element itself or on what stands for it. */
  isSeen: boolean
  y: number
}

/** The element under focus, by the name it has for its reader. */
function focused(): Stop | undefined {
  const element = document.activeElement
  if (!element || element === document.body) return undefined
  let isSeen = false
  // Its own, or that of what stands for it: the words over a list, the ring round the start, a slider's thumb.
  const around = [element, element.parentElement, element.parentElement?.parentElement, ...element.children]
  for (const at of around) {
    if (!at) continue
    const style = getComputedStyle(at)
    const { width, height } = at.getBoundingClientRect()
    const isDrawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
    isSeen ||= isDrawn && width > 4 && height > 4 && Number(style.opacity) > 0
  }
  return {
    name: element.getAttribute('aria-label') ?? element.textContent.trim(),
    isSeen,
    y: element.getBoundingClientRect().top,
  }
}

/** Presses Tab until a name comes up; gives the stops on the way. */
async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let n = 0; n < 120; n++) {
    await page.keyboard.press(key)
    const stop = await page.evaluate(focused)
    if (!stop) continue
    stops.push(stop)
    if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return stops
  }
  throw new Error(`Tab does not reach ${name}, only ${stops.map((stop) => stop.name).join(', ')}`)
}

test('Tab goes through the page as it reads, and every stop is seen', async ({ lab, page }) => {
  await lab.open()
  const stops = await tabTo(page, 'Speed')
  expect(stops.filter(({ isSeen }) => !isSeen).map(({ name }) => name)).toEqual([])
  const names = stops.map(({ name }) => name)
  const landmarks = [
    'Copy link',
    'Keyboard shortcuts',
    'surface',
    'condition number',
    'start, w₁',
    'gradient noise',
    'turn by 45°',
    'start, w1',
    'SGD',
    'learning rate of SGD',
    'More of SGD',
    'learning rate of Momentum',
    'Nesterov',
    'Play',
    'Step',
    'Step back',
    'Speed',
  ]
  expect(names.filter((name) => landmarks.includes(name))).toEqual(landmarks)
})

test('Shift+Tab goes the way back', async ({ lab, page }) => {
  await lab.open()
  await lab.number('Speed').focus()
  const back = await tabTo(page, 'Copy link', 'Shift+Tab')
  expect(back.length).toBeGreaterThan(20)
})

test('a whole session without a mouse', async ({ lab, page }: { lab: Lab; page: Page }) => {
  // Some hundred and fifty stops, each of which is waited for.
  test.slow()
  await lab.open(undefined, 10)
  const before = await lab.losses()

  // Another η.
  await tabTo(page, 'learning rate of SGD')
  await page.keyboard.press('ArrowDown')
  await expect(lab.number('learning rate of SGD')).toHaveText('0.03')
  await expect(lab.loss('SGD')).not.toHaveText(before.SGD)

  // Another optimizer.
  await tabTo(page, 'Nesterov')
  await page.keyboard.press('Enter')
  await expect(lab.row('Nesterov')).toBeVisible()

  // One more from the list in the sentence, with arrows and Space.
  await tabTo(page, 'six optimizers', 'Shift+Tab')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('checkbox', { name: 'SGD' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(lab.row('SGD')).toHaveCount(0)
  await page.keyboard.press('Space')
  await expect(lab.row('SGD')).toBeVisible()
  await page.keyboard.press('Shift+Tab')

  // Play, pause, scrub.
  await tabTo(page, 'Play')
  await page.keyboard.press('Space')
  await expect.poll(() => lab.step()).toBeGreaterThan(10)
  await page.keyboard.press('Space')
  await expect(lab.button('Play')).toBeFocused()
  await tabTo(page, 'Step')
  await page.keyboard.press('Home')
  await lab.isAt(0)
  await page.keyboard.press('Shift+ArrowRight')
  await lab.isAt(10)

  // The menu of a run.
  await tabTo(page, 'More of Adam', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, 'Remove')
  await page.keyboard.press('Enter')
  await expect(lab.row('Adam')).toHaveCount(0)

  // Another surface.
  await tabTo(page, 'surface', 'Shift+Tab')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('combobox', { name: 'surface' })).toHaveValue('rosenbrock')
})

test('focus and hiding by number, also while a button has the focus', async ({ lab, page }) => {
  await lab.open()
  await lab.button('Step back').focus()
  await page.keyboard.press('2')
  await expect(lab.equation).toHaveAccessibleName('Update of Momentum')
})

test('Esc leaves what has the focus, so that the keys of the page work again', async ({ lab, page }) => {
  await lab.open()
  await lab.number('learning rate of SGD').focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
  await lab.isAt(31)
  await expect(lab.number('learning rate of SGD')).toHaveText('0.038')
})

for (const key of ['1', ' ', '?', '[', 'r'])
  test(`"${key}" in a field is a character, not a command`, async ({ lab, page }) => {
    await lab.open()
    const menu = await lab.menu('Adam')
    const field = menu.getByRole('textbox', { name: 'name' })
    await field.fill('')
    await field.press(key === ' ' ? 'Space' : key)
    await expect(field).toHaveValue(key)
    await lab.isAt(30)
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

test('Esc closes a menu or a list, and the focus is on its button again', async ({ lab, page }) => {
  await lab.open()
  for (const name of ['More of Adam', 'five optimizers']) {
    const button = lab.button(name)
    for (const isEntered of [true, false]) {
      await button.press('Enter')
      await expect(page.locator(':popover-open input').first()).toBeVisible()
      if (isEntered) {
        await page.keyboard.press('ArrowDown')
        await expect(button).not.toBeFocused()
      }
      await page.keyboard.press('Escape')
      await expect(button).toHaveAttribute('aria-expanded', 'false')
      await expect(button).toBeFocused()
    }
  }
})

test('e shows the equation, with the focus on it', async ({ lab, page }) => {
  await lab.open()
  await page.keyboard.press('e')
  await expect(lab.equation.locator('..')).toBeFocused()
  await expect(lab.equation).toBeInViewport()
})
