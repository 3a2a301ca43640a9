import { printInLight } from '../drawing/print.ts'
import type { Lab } from '../lab/lab.ts'
import { shotsOf } from './picture/shots.ts'
import { svgOf } from './picture/svg.ts'
import { compose, exposed } from './picture/take.ts'
import { startTracing, type Traces } from './picture/tracing.ts'
import { settingsText } from './settings.ts'

/** Pixels a px on paper. */
const PIXELS = 3

/** What has been traced for the print that is under way. */
let latest: Traces | undefined

/** What takes the page's place on paper. */
const sheet = () => document.querySelector<HTMLElement>('.printed')

/** The figure beside a text: the text is set anew on paper, and a picture of the figure follows it. */
const figureOfText = () => document.querySelector('.lesson-figure > .live-figure')

/**
 * Puts a picture of the view on the sheet, with the settings below it. Paper has another width than the window, and
 * what is drawn on canvas could not follow a new layout.
 */
function fill(lab: Lab, traces?: Traces): void {
  const host = sheet()
  const figure = figureOfText()
  const view = figure ?? document.querySelector('main')
  if (!host || !view) return
  const [whole] = shotsOf(view)
  const words = { title: document.title, caption: settingsText(lab.getState()), link: location.href }
  const file = new DOMParser().parseFromString(
    svgOf({ ...compose(whole, words, traces), paper: '#fff' }),
    'image/svg+xml',
  )
  const picture = document.importNode(file.documentElement, true)
  Object.assign(picture.style, { maxWidth: '100%', height: 'auto' })
  // Out of reach of the page's styles, which would set its words anew.
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  shadow.replaceChildren(picture)
  host.dataset.filled = figure ? 'figure' : 'page'
}

function clear(): void {
  const host = sheet()
  host?.shadowRoot?.replaceChildren()
  delete host?.dataset.filled
}

const asksForPrint = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  key.toLowerCase() === 'p' && ctrlKey !== metaKey && !altKey && !shiftKey

/**
 * Fills the sheet for every print that the reader asks for. The browser's menu waits for nothing: it gets what has been
 * drawn; its key does what the button does.
 */
export function preparePrints(lab: Lab): () => void {
  const stop = printInLight(() => fill(lab, latest))
  const calls = new AbortController()
  let isPrinting = false
  const onKey = async (event: KeyboardEvent) => {
    if (!asksForPrint(event)) return
    event.preventDefault()
    if (isPrinting) return
    isPrinting = true
    await printView(lab)
    isPrinting = false
  }
  addEventListener('keydown', (event) => void onKey(event), calls)
  addEventListener('afterprint', clear, calls)
  return () => {
    stop()
    calls.abort()
  }
}

/** Prints the view whole: what is off screen is drawn first, in light colours, sharp enough for paper. */
export async function printView(lab: Lab): Promise<void> {
  const { dataset } = document.documentElement
  const shade = dataset.theme
  dataset.theme = 'light'
  const { tracer, traces } = startTracing()
  latest = traces
  await exposed(
    PIXELS,
    () => {
      fill(lab, traces)
      print()
    },
    tracer,
  )
  latest = undefined
  clear()
  if (shade === undefined) delete dataset.theme
  else dataset.theme = shade
}
