import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { expect } from './lab.ts'
import { faultsOf, FILE, LONG, railOf, requestsOf, test } from './host.ts'

const sandboxes = [undefined, 'allow-scripts', 'allow-scripts allow-same-origin']
/** A worker as browsers have it, one that is refused at once, and one that is refused later. */
const cases = [
  ...sandboxes.map((sandbox) => ({ sandbox, worker: 'runs' })),
  ...['throws', 'fails'].map((worker) => ({ sandbox: 'allow-scripts', worker })),
]
/** All cases beside each other; a frame's name says what becomes of its workers. */
const course = (src: string) =>
  cases
    .map(({ sandbox, worker }) => {
      const own = sandbox === undefined ? '' : `sandbox="${sandbox}"`
      return `<iframe src="${src}#${LONG}&at=100" name="${worker}" ${own} width="440" height="290"></iframe>`
    })
    .join('\n')

declare global {
  interface Window {
    /** Names of storage that were so much as looked at. */
    touched: string[]
  }
}

for (const served of ['as a file', 'by a server that says nothing', 'by a careful server'])
  test(`${served}, in every sandbox and with every kind of worker, it computes, asks for nothing and stores nothing`, async ({
    page,
    baseURL,
    host,
  }, info) => {
    const requests = requestsOf(page)
    const faults = faultsOf(page)
    await page.addInitScript(() => {
      window.touched = []
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, {
          get() {
            window.touched.push(name)
            throw new DOMException('refused', 'SecurityError')
          },
        })
      const Real = Worker
      if (window.name === 'throws')
        window.Worker = function refuse() {
          throw new DOMException('refused', 'SecurityError')
        } as unknown as typeof Worker
      if (window.name === 'fails')
        window.Worker = class extends Real {
          constructor() {
            super(URL.createObjectURL(new Blob(['refused()'])))
          }
        }
    })
    await page.setViewportSize({ width: 1400, height: 920 })
    if (served === 'as a file') {
      const file = info.outputPath('course.html')
      writeFileSync(file, `<!doctype html>${course(pathToFileURL(FILE).href)}`)
      await page.goto(pathToFileURL(file).href)
    } else await host.open(page, course(served.includes('careful') ? host.strict : `${baseURL}/v1/embed/`))

    const frames = page.frames().slice(1)
    expect(frames).toHaveLength(cases.length)
    const said = new Set<string>()
    for (const frame of frames) {
      await expect(railOf(frame)).toHaveAttribute('aria-valuenow', '100')
      await expect(frame.locator('canvas').first()).toBeVisible()
      said.add(await frame.getByText(/^Step 100: loss of Adam/).innerText())
      expect(await frame.evaluate(() => window.touched)).toEqual([])
    }
    // Beside the page or in it, the engine's bits are the same.
    expect(said.size).toBe(1)
    expect(page.workers()).toHaveLength(sandboxes.length)
    expect(requests).toHaveLength(1 + cases.length)
    expect(await page.context().cookies()).toEqual([])
    expect(faults.filter((fault) => !fault.includes('refused is not defined'))).toEqual([])
  })
