import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { type Frame, type FrameLocator, type Page, test as base } from 'playwright/test'

type Headers = Readonly<Record<string, string>>

/** The embed's page, as it is built. */
export const FILE = resolve('dist/v1/embed/index.html')
export const RAVINE = 'v=1&f=ravine&steps=100&opt=sgd,adam&lr=.04,.2'
/** The same for longer than a page computes by itself. */
export const LONG = RAVINE.replace('steps=100', 'steps=3000')

/** How bright the ground of a figure's map is drawn: 0 to 255. */
export const brightnessOf = (page: Page): Promise<number> =>
  page
    .locator('.live-map canvas')
    .first()
    .evaluate((canvas) => {
      const context = (canvas as HTMLCanvasElement).getContext('2d')
      return context?.getImageData(5, 5, 1, 1).data[0] ?? 0
    })

const policyOf = (html: string) =>
  /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? ''

/** Somebody else's page, on a site of its own: to a browser 127.0.0.1 is another than localhost. */
export class Host {
  readonly page: string
  /** The embed with all the headers that a careful server sends. */
  readonly strict: string
  #answer: { html: string; headers: Headers } = { html: '', headers: {} }

  constructor(server: Server) {
    const { port } = server.address() as AddressInfo
    this.page = `http://127.0.0.1:${port}`
    this.strict = `http://localhost:${port}/embed/`
    const embed = readFileSync(FILE, 'utf8')
    const careful = {
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'content-security-policy': policyOf(embed),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    }
    server.on('request', (request, response) => {
      const { html, headers } = request.url === '/embed/' ? { html: embed, headers: careful } : this.#answer
      response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(html)
    })
  }
  /** Sets what is answered, and opens it. */
  async open(page: Page, body: string, headers: Headers = {}) {
    const html = `<!doctype html><title>course</title><link rel="icon" href="data:,">${body}`
    this.#answer = { html, headers }
    await page.goto(this.page)
  }
}

export const test = base.extend<object, { host: Host }>({
  host: [
    // oxlint-disable-next-line no-empty-pattern -- it needs no other
    async ({}, provide) => {
      const server = createServer()
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
      await provide(new Host(server))
      server.close()
    },
    { scope: 'worker' },
  ],
})

/** A plain frame, as a lecturer writes it. */
export const iframe = (src: string, attributes = '') =>
  `<iframe src="${src}" ${attributes} width="640" height="420" title="figure"></iframe>`
export const railOf = (figure: Frame | FrameLocator | Page) =>
  figure.getByRole('slider', { name: 'Step', exact: true })
/** Addresses that are asked for over a network from now on. */
export function requestsOf(page: Page): string[] {
  const urls: string[] = []
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url())) urls.push(request.url())
  })
  return urls
}
/** What the pages in it complain of from now on. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  return faults
}
