import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'playwright/test'

let server: ChildProcess | undefined
test.afterEach(() => server?.kill())

/** Starts what serves the lab to a newcomer, and gives the address that it prints. */
async function start(): Promise<string> {
  const { stdout } = (server = spawn(process.execPath, ['scripts/start.mjs', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  }))
  for await (const line of createInterface(stdout)) {
    const [address] = /http:\/\/localhost:\d+/.exec(stripVTControlCharacters(line)) ?? []
    if (address) return address
  }
  throw new Error('it ended without printing an address')
}

test('npm start prints its address, where the race runs, networks train, and the course page has its figures', async ({
  page,
}) => {
  // It makes each module when the page first asks for it.
  const patient = expect.configure({ timeout: 60_000 })
  test.slow()
  const address = await start()
  await page.goto(address)
  await patient(page.getByRole('row', { name: /RMSProp.*0\.0128/ })).toBeVisible()
  await page.goto(`${address}/#v=1&data=circles&opt=adam&at=20`)
  await patient(page.getByRole('slider', { name: 'Step', exact: true })).toHaveAttribute(
    'aria-valuenow',
    '20',
  )
  await page.goto(`${address}/course/index.html`)
  const figure = page.locator('iframe').first().contentFrame()
  await patient(figure.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
})
