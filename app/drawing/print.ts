import { drawNow } from './frame.ts'

/** Before a print that the reader asks for: light colours; what is drawn is drawn anew at once; then what is to be said on paper. */
export function printInLight(say: () => void): () => void {
  const { dataset } = document.documentElement
  let shade: string | undefined
  let isPrinting = false
  const before = async () => {
    isPrinting = true
    shade = dataset.theme
    dataset.theme = 'light'
    // The new shade is noticed and rendered in microtasks, which all come before the page is printed.
    for (let n = 0; n < 20; n++) await Promise.resolve()
    if (!isPrinting) return
    drawNow()
    say()
  }
  const after = () => {
    isPrinting = false
    if (shade === undefined) delete dataset.theme
    else dataset.theme = shade
  }
  const calls = new AbortController()
  addEventListener('beforeprint', () => void before(), calls)
  addEventListener('afterprint', after, calls)
  return () => calls.abort()
}
