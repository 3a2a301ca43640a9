import { readFileSync } from 'node:fs'
import type { Frame, Page } from 'playwright/test'
import {
  brightnessOf,
  faultsOf,
  FILE,
  iframe,
  LONG,
  railOf as rail,
  RAVINE,
  requestsOf,
  test,
} from './host.ts'
import { expect } from './lab.ts'
import { readPdf } from './pdf.ts'

const frameOf = async (page: Page): Promise<Frame> => {
  const handle = await page.getByTitle('figure').elementHandle()
  const frame = await handle?.contentFrame()
  if (!frame) throw new Error('there is no frame')
  return frame
}

/** Goes through 100 steps by the keyboard, and leaves nothing on the way. */
async function goesThrough(frame: Frame | Page) {
  await expect(frame.locator('.live-figure canvas').first()).toBeVisible()
  await rail(frame).press('End')
  await expect(async () => {
    await rail(frame).press('End')
    await expect(rail(frame)).toHaveAttribute('aria-valuenow', '100', { timeout: 500 })
  }).toPass()
}

test('what makes no sense in the address is told once, and the rest of it stands', async ({ page }) => {
  await page.goto(`/v1/embed/#${RAVINE}&kappa=many&ui=huge&nonsense=1`)
  const notice = page.getByRole('status').filter({ hasText: 'make no sense' })
  await expect(notice).toContainText('kappa: found "many"')
  await expect(notice).toContainText('ui: found "huge"')
  await expect(notice).not.toContainText('nonsense')
  // In the smallest frame it leaves room for what plays, and goes.
  await page.setViewportSize({ width: 320, height: 240 })
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeInViewport({ ratio: 1 })
  await notice.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice).toHaveCount(0)
  await goesThrough(page)
  const link = page.getByRole('link', { name: 'Open in Descent' })
  await link.focus()
  await expect(link).toHaveAttribute('href', /#v=1&f=ravine&.*at=100&nonsense=1$/)
})

test('keys act only once the figure has been pressed, and a level lets change what it says', async ({
  page,
}) => {
  await page.goto(`/v1/embed/#${RAVINE}&ui=minimal&edit=&at=10`)
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '10')
  await page.keyboard.press('ArrowRight')
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '10')
  await page.locator('.live-map').click({ position: { x: 200, y: 20 } })
  await page.keyboard.press('ArrowRight')
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '11')
  await expect(page.getByRole('spinbutton', { name: /learning rate/ })).toHaveCount(0)
  await expect(page.getByRole('slider', { name: 'start, w1' })).toHaveCount(0)
})

test('a figure of a lesson is known by its name', async ({ page }) => {
  await page.goto('/v1/embed/#scene=signs')
  await expect(page.getByRole('heading', { name: 'Same valley, same start' })).toBeVisible()
  await expect(rail(page)).not.toHaveAttribute('aria-valuenow', '0')
})

test('on paper it is light, with its settings and its address', async ({ page, baseURL, host }) => {
  await page.goto(`/v1/embed/#${RAVINE}&theme=dark&at=10`)
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '10')
  const brightness = () => brightnessOf(page)
  expect(await brightness()).toBeLessThan(110)
  await page.evaluate(async () => {
    dispatchEvent(new Event('beforeprint'))
    // No frame comes before the page is printed.
    for (let n = 0; n < 40; n++) await Promise.resolve()
  })
  expect(await brightness()).toBeGreaterThan(150)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect.poll(brightness).toBeLessThan(110)

  await host.open(page, `<h1>A course</h1>${iframe(`${baseURL}/v1/embed/#${RAVINE}&theme=dark&at=10`)}`)
  await expect(rail(await frameOf(page))).toHaveAttribute('aria-valuenow', '10')
  const { words, pixels } = readPdf(await page.pdf())
  expect(words).toContain('AcourseTwooptimizersontheravine')
  expect(words).toContain('minimum(0,0)')
  expect(words).toContain('SGD:η=0.04·Adam:η=0.2,δ=0.9,γ=0.999.Step10of100,seed1.')
  expect(words).toContain(`${baseURL}/#${RAVINE}&at=10`)
  expect(pixels).toBeGreaterThan(100_000)
})

/** A page that speaks the protocol, badly if it is told to. */
const course = (src: string, k?: string) => `
  ${iframe(src, 'sandbox="allow-scripts"')}
  <script>
    const frame = document.querySelector('iframe')
    const heard = (window.heard = [])
    addEventListener('message', (e) => e.source === frame.contentWindow && heard.push(e.data))
    window.post = (message, ports) => frame.contentWindow.postMessage(message, '*', ports)
    window.connect = (more) => {
      const { port1, port2 } = new MessageChannel()
      const events = []
      const waiting = new Map()
      let id = 0
      port1.onmessage = ({ data }) =>
        waiting.has(data.re) ? waiting.get(data.re)(data) : events.push(data)
      const call = (type, fields) =>
        new Promise((resolve) => {
          waiting.set(++id, resolve)
          port1.postMessage({ id, type, ...fields })
        })
      post({ ns: 'optlab', v: 1, type: 'connect', k: ${JSON.stringify(k)}, ...more }, [port2])
      return { events, call, raw: (message) => port1.postMessage(message) }
    }
  </script>`

/** Another frame of the page, which forges the greeting of the page itself and knows even the nonce. */
const sibling = `
  <iframe id="forger" srcdoc="<script>
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => parent.postMessage('forged', '*')
    const forged = { ns: 'optlab', v: 1, type: 'connect', k: 'secret' }
    parent.frames[0].postMessage(forged, '*', [port2])
    parent.frames[0].postMessage('slide:stop', '*')
  </script>"></iframe>`

interface Talk {
  events: { type: string; [field: string]: unknown }[]
  call: (
    type: string,
    fields?: object,
  ) => Promise<{ ok: boolean; value?: unknown; error?: { code: string; path: string } }>
  raw: (message: unknown) => void
}
declare global {
  interface Window {
    heard: { type: string }[]
    talk: Talk
    connect: (more?: object) => Talk
    post: (message: unknown, ports?: Transferable[]) => void
    done: number
  }
}

test('a page connects, drives the figure, and is told what the reader does', async ({
  page,
  baseURL,
  host,
}) => {
  const src = `${baseURL}/v1/embed/#${RAVINE}&k=secret&goal=loss,.5,100&host=${host.page}`
  await host.open(page, course(src, 'secret') + sibling)
  const frame = await frameOf(page)
  await expect(rail(frame)).toBeVisible()
  expect(await page.evaluate(() => window.heard[0])).toMatchObject({
    ns: 'optlab',
    type: 'hello',
    k: 'secret',
    versions: [1],
    caps: expect.arrayContaining(['getState', 'patch', 'snapshot', 'getTable']),
  })

  // A forger is not heard, though it came first and knows the nonce; nor is anybody without it.
  await page.evaluate(() => {
    addEventListener('message', ({ data }) => data === 'forged' && window.heard.push({ type: 'forged' }))
    const forger = document.querySelector<HTMLIFrameElement>('#forger')!
    const { srcdoc } = forger
    const again = new Promise((done) => forger.addEventListener('load', done, { once: true }))
    forger.srcdoc = `${srcdoc} `
    return again
  })
  await page.evaluate(() => (window.talk = window.connect({ k: 'guess' })))
  await page.evaluate(() => window.post({ ns: 'optlab', v: 1, type: 'ping', k: 'secret' }))
  await expect.poll(() => page.evaluate(() => window.heard.length)).toBe(2)
  expect(await page.evaluate(() => window.talk.events)).toEqual([])

  await page.evaluate(() => (window.talk = window.connect({ autosize: true, theme: 'dark' })))
  const events = (type: string) =>
    page.evaluate((one) => window.talk.events.filter((event) => event.type === one), type)
  await expect.poll(() => events('ready')).toHaveLength(1)
  await expect.poll(() => events('size')).not.toHaveLength(0)
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect.poll(() => events('goal')).toHaveLength(1)

  // Who speaks another version is told so.
  const other = await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel()
    window.post({ ns: 'optlab', v: 2, type: 'connect', k: 'secret' }, [port2])
    return new Promise((resolve) => (port1.onmessage = ({ data }) => resolve(data)))
  })
  expect(other).toEqual({ re: null, ok: false, error: { code: 'unsupported-version', path: 'v' } })

  // The first page that connects is the only one.
  const late = await page.evaluate(async () => {
    const second = window.connect()
    await window.talk.call('getState')
    return second.events.length
  })
  expect(late).toBe(0)

  const call = (type: string, fields: object = {}) =>
    page.evaluate(([name, more]) => window.talk.call(name as string, more as object), [type, fields])
  expect(await call('patch', { changes: { kappa: '9', at: '20' } })).toMatchObject({ ok: true })
  await expect(rail(frame)).toHaveAttribute('aria-valuenow', '20')
  expect((await call('getState')).value).toMatch(/^v=1&f=ravine&kappa=9&.*at=20$/)
  expect(await call('step', { n: 5 })).toEqual({ re: expect.any(Number), ok: true, value: 25 })
  const { value: table } = await call('getTable')
  expect(table).toMatchObject({ columns: ['step', 'loss sgd', 'loss adam'] })

  expect(await call('setState', { state: 'f=nowhere' })).toMatchObject({
    error: { code: 'bad-state', path: 'f' },
  })
  expect(await call('eval', { code: 'alert(1)' })).toMatchObject({ error: { code: 'unknown-type' } })
  expect(await call('step', { n: NaN })).toMatchObject({ error: { code: 'bad-state', path: 'n' } })
  expect(await call('setState', { state: 'x'.repeat(70_000) })).toMatchObject({
    error: { code: 'too-large' },
  })
  await page.evaluate(() => [null, 'run', { type: 'run' }, new Date()].forEach((one) => window.talk.raw(one)))
  expect((await call('getState')).value).toMatch(/kappa=9/)

  await rail(frame).press('Home')
  await expect.poll(() => events('state')).toContainEqual(expect.objectContaining({ userInitiated: true }))

  // A hundred edits leave nothing to go back through.
  const before = await page.evaluate(() => history.length)
  const edited = await page.evaluate(async () => {
    for (let n = 1; n <= 100; n++) await window.talk.call('patch', { changes: { kappa: String(n) } })
    return window.talk.call('getState')
  })
  expect(edited.value).toMatch(/kappa=100&/)
  expect(await page.evaluate(() => history.length)).toBe(before)
})

test('a pinned host is the only one that is heard, and goals are told to no other', async ({
  page,
  baseURL,
  host,
}) => {
  const src = `${baseURL}/v1/embed/#${RAVINE}&k=secret&goal=loss,.5,100&host=https://course.example`
  await host.open(page, course(src, 'secret'))
  const frame = await frameOf(page)
  await goesThrough(frame)
  await page.evaluate(() => (window.talk = window.connect()))
  await rail(frame).press('Home')
  await expect(rail(frame)).toHaveAttribute('aria-valuenow', '0')
  expect(await page.evaluate(() => [window.heard.length, window.talk.events.length])).toEqual([0, 0])
})

test('a page that is not pinned is told nothing of goals; fields that mean nothing are passed over', async ({
  page,
  baseURL,
  host,
}) => {
  await host.open(page, course(`${baseURL}/v1/embed/#${RAVINE}&goal=loss,.5,100`))
  const frame = await frameOf(page)
  await expect(frame.getByRole('status').filter({ hasText: 'To do' })).toContainText('done by Adam')
  await page.evaluate(() => (window.talk = window.connect({ html: '<b>', src: 'https://elsewhere.example' })))
  const call = (type: string, fields: object) =>
    page.evaluate(([name, more]) => window.talk.call(name as string, more as object), [type, fields])
  expect(await call('step', { n: 3, code: 'alert(1)' })).toMatchObject({ ok: true, value: 3 })
  // Who does not wait for an answer is told so, and what was asked first is done.
  const [first, second] = await page.evaluate(() =>
    Promise.all([window.talk.call('snapshot', { as: 'png' }), window.talk.call('step', { n: 1 })]),
  )
  expect(first.ok).toBe(true)
  expect(second).toMatchObject({ ok: false, error: { code: 'busy' } })
  expect(await call('step', { n: 1 })).toMatchObject({ ok: true, value: 4 })
  expect(await page.evaluate(() => window.talk.events.map(({ type }) => type))).not.toContain('goal')
})

test('its height settles, and it does not grow by being given what it asks for', async ({
  page,
  baseURL,
  host,
}) => {
  await host.open(page, course(`${baseURL}/v1/embed/#${RAVINE}&ui=minimal`))
  const frame = await frameOf(page)
  await expect(rail(frame)).toBeVisible()
  await page.evaluate(() => {
    window.talk = window.connect({ autosize: true })
    const { push } = window.talk.events
    window.talk.events.push = (...events) => {
      for (const event of events)
        if (event.type === 'size')
          document.querySelector('iframe')!.style.height = `${String(event.height)}px`
      return push.apply(window.talk.events, events)
    }
  })
  const heights = () =>
    page.evaluate(() =>
      window.talk.events.flatMap(({ type, height }) => (type === 'size' ? [height as number] : [])),
    )
  const settled: number[] = []
  for (const width of [640, 900, 360, 900]) {
    const known = (await heights()).length
    await page.evaluate((px) => (document.querySelector('iframe')!.style.width = `${px}px`), width)
    await expect(async () => {
      const [clientHeight, scrollHeight] = await frame.evaluate(() => {
        const { clientHeight: given, scrollHeight: needed } = document.documentElement
        return [given, needed]
      })
      expect(scrollHeight).toBe(clientHeight)
      expect((await heights()).at(-1)).toBe(clientHeight)
    }).toPass()
    // Given what it asked for, it asks for nothing more.
    await page.evaluate(async () => {
      for (let n = 0; n < 20; n++) await new Promise(requestAnimationFrame)
    })
    const told = (await heights()).slice(known)
    expect(told.length).toBeLessThanOrEqual(3)
    settled.push((await heights()).at(-1)!)
  }
  const [, wide, narrow, again] = settled
  expect(narrow).toBeGreaterThan(wide)
  expect(again).toBe(wide)
  expect(Math.max(...settled)).toBeLessThan(900)
})

test('of eight in a row only what is in sight computes or does anything, and the wheel turns the page', async ({
  page,
  baseURL,
  host,
}) => {
  // Counts what a page does by itself.
  await page.addInitScript(() => {
    window.done = 0
    const { requestAnimationFrame: frame, setTimeout: timer } = window
    window.requestAnimationFrame = (act) =>
      frame((now) => {
        window.done++
        act(now)
      })
    window.setTimeout = ((act: () => void, ms?: number) =>
      timer(() => {
        window.done++
        act()
      }, ms)) as typeof window.setTimeout
  })
  const src = `${baseURL}/v1/embed/#${LONG}&run=visible&speed=0.25`
  const eight = Array.from({ length: 8 }, () => `<p style="height: 900px">text</p>${iframe(src)}`)
  await host.open(page, eight.join(''))
  const frames = page.frames().slice(1)
  for (const frame of frames) await expect(frame.getByRole('heading')).toBeAttached()
  expect(page.workers()).toHaveLength(0)

  const third = frames[2]
  const step = async () => Number(await rail(third).getAttribute('aria-valuenow'))
  await page.locator('iframe').nth(2).scrollIntoViewIfNeeded()
  const done = () => Promise.all(frames.map((frame) => frame.evaluate(() => window.done)))
  const first = await done()
  await expect.poll(step).toBeGreaterThan(2)
  const last = await done()
  expect(last.flatMap((count, n) => (count > first[n] ? [n] : []))).toEqual([2])
  expect(page.workers()).toHaveLength(1)

  const before = await page.evaluate(() => scrollY)
  await third.locator('.live-map').hover()
  await page.mouse.wheel(0, 300)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before)
  await page.evaluate(() => scrollTo(0, 0))
  await expect(third.getByRole('button', { name: 'Play', exact: true })).toBeAttached()
  await page.locator('iframe').nth(2).scrollIntoViewIfNeeded()
  await expect(third.getByRole('button', { name: 'Pause', exact: true })).toBeAttached()
})

test('a race that is computed at once is there when it is loaded, and is played, without a worker', async ({
  page,
  baseURL,
  host,
}) => {
  await host.open(page, iframe(`${baseURL}/v1/embed/#${RAVINE}&at=100`))
  const figure = await frameOf(page)
  await expect(figure.getByText(/^Step 100: loss of Adam/)).toBeAttached()
  await rail(figure).press('Home')
  await figure.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(rail(figure)).not.toHaveAttribute('aria-valuenow', '0')
  expect(page.workers()).toHaveLength(0)
})

test('slides start and stop it, if the page around it says so', async ({ page, baseURL, host }) => {
  await host.open(page, course(`${baseURL}/v1/embed/#${RAVINE}&speed=0.25`))
  const frame = await frameOf(page)
  await frame.getByRole('button', { name: 'Play', exact: true }).click()
  await page.evaluate(() => window.post('slide:stop'))
  await expect(frame.getByRole('button', { name: 'Play', exact: true })).toBeAttached()
  await page.evaluate(() => window.post('slide:start'))
  await expect(frame.getByRole('button', { name: 'Pause', exact: true })).toBeAttached()
})

test('a slide loads it, leaves nothing of it behind, and has it again as its address says', async ({
  page,
  baseURL,
  host,
}) => {
  const faults = faultsOf(page)
  const requests = requestsOf(page)
  // As reveal.js does with what is loaded late: it starts what has come, and stops and unloads what is left.
  const deck = `<iframe data-src="${baseURL}/v1/embed/#${LONG}&at=20" title="figure" width="640" height="420"></iframe>
    <script>
      const frame = document.querySelector('iframe')
      const say = (words) => frame.contentWindow?.postMessage(words, '*')
      const start = () => say('slide:start')
      window.enter = () => {
        frame.addEventListener('load', start)
        frame.setAttribute('src', frame.getAttribute('data-src'))
      }
      window.leave = () => {
        say('slide:stop')
        frame.removeEventListener('load', start)
        frame.setAttribute('src', 'about:blank')
        frame.removeAttribute('src')
      }
    </script>`
  await host.open(page, deck)
  expect(page.workers()).toHaveLength(0)
  for (const visit of [1, 2]) {
    await page.evaluate('enter()')
    const figure = page.getByTitle('figure').contentFrame()
    await expect(rail(figure)).toHaveAttribute('aria-valuenow', '20')
    await rail(figure).press('Home')
    await figure.getByRole('button', { name: 'Play', exact: true }).click()
    expect(page.workers()).toHaveLength(1)
    await page.evaluate('leave()')
    await expect.poll(() => page.workers()).toHaveLength(0)
    expect(page.frames()[1]?.url() ?? 'about:blank').toBe('about:blank')
    // The course, and the figure once a visit.
    expect(requests).toHaveLength(1 + visit)
  }
  expect(faults).toEqual([])
})

test('with reduced motion nothing plays by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`/v1/embed/#${RAVINE}&run=visible`)
  await expect(page.getByText(/^Step 0: loss/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
  await expect(rail(page)).toHaveAttribute('aria-valuenow', '0')
})

test('the file says in itself that it may ask for nothing', () => {
  expect(readFileSync(FILE, 'utf8')).toContain("default-src 'none'")
})
