import { expect as baseExpect, type Locator, type Page, test as base } from 'playwright/test'

/** Patient, since other work may share the machine. */
export const expect = baseExpect.configure({ timeout: 20_000 })

/** The opening race as a link says it. */
export const RAVINE = 'v=1&f=ravine&opt=sgd,momentum,rmsprop,adam,sign'
export const OPENING = ['SGD', 'Momentum', 'RMSProp', 'Adam', 'Sign descent']

/** The page as its visitor knows it: by names, labels and words. */
export class Lab {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Opens a link at a step, so that nothing plays by itself; waits until its numbers are there. */
  async open(link = RAVINE, at = 30) {
    await this.page.goto(`/#${link}&at=${at}`)
    await this.isAt(at)
    // It comes after the first picture; page.spec.ts is impatient.
    await expect(this.page.locator('dialog')).toBeAttached()
  }

  /** Until the cursor is there, and all that is written has followed: texts come together, a little later. */
  async isAt(step: number) {
    await expect(this.rail).toHaveAttribute('aria-valuenow', String(step))
    await expect(this.rail.locator('..').getByText(`step ${step}`, { exact: true })).toBeAttached()
  }
  /** Where it has come to rest after a pause, as the address says; it was opened `at` another step. */
  async restedFrom(at: number) {
    await expect(this.page).toHaveURL(new RegExp(`&at=(?!${at}$)\\d+$`))
    const step = Number(/&at=(\d+)$/.exec(this.page.url())![1])
    await this.isAt(step)
    return step
  }
  async step() {
    return Number(await this.rail.getAttribute('aria-valuenow'))
  }
  /** Presses the rail where the step is. */
  async seek(step: number) {
    await expect(async () => {
      await this.rail.scrollIntoViewIfNeeded()
      const { x, y, width, height } = await boxOf(this.rail)
      const steps = Number(await this.rail.getAttribute('aria-valuemax'))
      // A row that has just come may still push the rail away from under the pointer.
      await this.page.mouse.click(x + (step / steps) * width, y + height / 2)
      await expect(this.rail).toHaveAttribute('aria-valuenow', String(step), { timeout: 3000 })
    }).toPass()
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name, exact: true })
  }
  /** A number that can be scrubbed. */
  number(name: string) {
    return this.page.getByRole('spinbutton', { name, exact: true })
  }
  /** Types a number over another, as one does: Enter, digits, Enter. */
  async type(name: string, text: string) {
    await this.number(name).press('Enter')
    const field = this.page.getByRole('textbox', { name, exact: true })
    await field.fill(text)
    await field.press('Enter')
  }

  get rail() {
    return this.page.getByRole('slider', { name: 'Step', exact: true }).last()
  }
  get sentence() {
    return this.page.getByRole('paragraph').filter({ hasText: 'gradient noise' })
  }
  get map() {
    return this.page.getByRole('img', { name: /^Map of/ })
  }
  get equation() {
    return this.page.getByRole('region', { name: /^Update of/ })
  }
  get panels() {
    return this.page.getByRole('region', { name: 'Quantities over the steps' })
  }
  panel(name: RegExp) {
    return this.panels.getByRole('figure', { name })
  }
  /** What is said of the engine, of a link, of an edit that could not be. */
  notice(words: string | RegExp) {
    return this.page
      .getByRole('complementary', { name: 'Notices' })
      .getByRole('status')
      .filter({ hasText: words })
  }

  get race() {
    return this.page.getByRole('region', { name: 'Race' })
  }
  row(run: string) {
    return this.race
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: run, exact: true }) })
  }
  loss(run: string) {
    return this.row(run).getByRole('cell').nth(2)
  }
  arrival(run: string) {
    return this.row(run).getByRole('cell').nth(3)
  }
  names() {
    return this.race.getByRole('rowheader').allInnerTexts()
  }
  /** All losses of the roster at one moment. */
  losses(): Promise<Record<string, string>> {
    return this.race
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader') })
      .evaluateAll((rows) =>
        Object.fromEntries(
          rows.map((row) => {
            const { cells } = row as HTMLTableRowElement
            return [cells[0].innerText, cells[3].innerText]
          }),
        ),
      )
  }
  /** The menu of a run, open. */
  async menu(run: string) {
    const button = this.button(`More of ${run}`)
    const menu = this.page.getByRole('group', { name: `${run}, settings and more` })
    await button.click()
    await expect(menu.getByRole('button', { name: 'Remove' })).toBeVisible()
    return menu
  }

  /** The coordinates in the sentence. */
  async start(): Promise<[number, number]> {
    const read = async (name: string) => Number(await this.number(name).getAttribute('aria-valuenow'))
    return [await read('start, w₁'), await read('start, w₂')]
  }
  /** Where the start is drawn on the page. */
  async startPlace() {
    const handle = this.page.getByRole('slider', { name: 'start, w1' }).locator('..')
    const { x, y, width, height } = await boxOf(handle)
    return { x: x + width / 2, y: y + height / 2 }
  }

  /** The hash of the run, from the list of keys. */
  async fingerprint() {
    await expect(this.page.locator('dialog')).toBeAttached()
    await this.button('Keyboard shortcuts').click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'of this run' }).click()
    const shown = dialog.getByText(/fingerprint [0-9a-f]{16}\b/)
    await expect(shown).toBeVisible()
    const [, hash] = /fingerprint ([0-9a-f]{16})/.exec(await shown.innerText())!
    await dialog.getByRole('button', { name: 'Close' }).click()
    return hash
  }
}

export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox()
  if (!box) throw new Error('it is not on the page')
  return box
}

/** With plain minus signs and without what is only there to be typeset. */
export const textOf = async (locator: Locator) =>
  (await locator.textContent())!.replaceAll('−', '-').replace(/[\s\u200b]/g, '')

/** A number as it is set on screen: −0.489, 1.1×10⁻²⁹. */
export function numberOf(text: string): number {
  const plain = text.trim().replaceAll('−', '-').replace(/\s/g, '')
  return Number(plain.replace(/^(-?)10(?=-)/, '$11e').replace('×10', 'e'))
}

interface Fixtures {
  lab: Lab
  /** What the browser complained of, other hosts that were asked, numbers that are none: empty in every test. */
  faults: string[]
}

export const test = base.extend<Fixtures>({
  lab: async ({ page }, provide) => provide(new Lab(page)),
  faults: [
    async ({ page, baseURL }, provide) => {
      const faults: string[] = []
      page.on('console', (message) => {
        // Violations of the content security policy are among the errors.
        if (['error', 'warning'].includes(message.type())) faults.push(message.text())
      })
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('request', (request) => {
        const url = request.url()
        if (!url.startsWith(`${baseURL}/`) && !/^(data|blob):/.test(url)) faults.push(`asked for ${url}`)
      })
      await provide(faults)
      if (!page.isClosed() && page.url() !== 'about:blank') faults.push(...(await page.evaluate(nonsense)))
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

/** Words that no visitor should meet, on the page or read out. */
function nonsense(): string[] {
  const isNonsense = (text: string) => /\bNaN\b|\bInfinity\b|\bundefined\b|\[object /.test(text)
  const shown = document.body.innerText.split('\n').filter(isNonsense)
  const said = [...document.querySelectorAll('*')].flatMap((element) =>
    ['aria-label', 'aria-valuetext', 'aria-valuenow', 'title']
      .map((name) => element.getAttribute(name) ?? '')
      .filter(isNonsense),
  )
  return [...shown, ...said]
}
