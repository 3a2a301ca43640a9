import { drawNow } from './frame.ts'

/** Before a print: light colours, and what is to be said on paper. What is drawn is drawn anew at once. */
export function printInLight(say: () => void): () => void {
  const { dataset } = document.documentElement
  let shade: string | undefined
  const before = async () => {
    shade = dataset.theme
    dataset.theme = 'light'
    say()
    // The new shade is noticed and rendered in microtasks, which all come before the page is printed.
    for (let n = 0; n < 20; n++) await Promise.resolve()
    drawNow()
  }
  const after = () => {
    if (shade === undefined) delete dataset.theme
    else dataset.theme = shade
  }
  const calls = new AbortController()
  addEventListener('beforeprint', () => void before(), calls)
  addEventListener('afterprint', after, calls)
  return () => calls.abort()
}
