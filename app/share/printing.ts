import { printInLight } from '../drawing/print.ts'
import type { Lab } from '../lab/lab.ts'
import { exposed } from './picture/take.ts'
import { settingsText } from './settings.ts'

/** Px for the settings below the view. */
const WORDS = 150
/** Pixels a px on paper. */
const PIXELS = 3

/**
 * Gives every print of the page light colours, the settings as text, and a page as large as the view is: nothing is
 * laid out anew, which what is drawn could not follow. The printer makes it fit its paper.
 */
export function preparePrints(lab: Lab, words: HTMLElement): () => void {
  const sheet = new CSSStyleSheet()
  const stop = printInLight(() => {
    const { clientWidth, scrollHeight } = document.documentElement
    sheet.replaceSync(`@page { size: ${clientWidth}px ${scrollHeight + WORDS}px; margin: 0 }`)
    words.replaceChildren(
      ...[...settingsText(lab.getState()), location.href].map((line) => {
        const element = document.createElement('p')
        element.textContent = line
        return element
      }),
    )
  })
  document.adoptedStyleSheets.push(sheet)
  return () => {
    stop()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
  }
}

/** Prints the view whole: what is off screen is drawn first, sharp enough for paper. */
export async function printView(): Promise<void> {
  const { dataset } = document.documentElement
  const shade = dataset.theme
  dataset.theme = 'light'
  await exposed(PIXELS, () => window.print())
  if (shade === undefined) delete dataset.theme
  else dataset.theme = shade
}
