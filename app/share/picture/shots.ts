import type { Box } from './marks.ts'

/** Something that a picture can be taken of. */
export interface Shot {
  name: string
  /** Its elements, one below the other, each with what of it is shown. */
  parts: () => readonly { element: Element; box: Box }[]
}

/** Px of paper around what juts out of its box: names of axes, markers at the edge. */
const AROUND = 2

function boxOf(element: Element): Box {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x: x - AROUND, y: y - AROUND, width: width + 2 * AROUND, height: height + 2 * AROUND }
}
const whole = (element: Element) => ({ element, box: boxOf(element) })

/** The words of a heading, without what is read out only. */
function wordsOf(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element | undefined
  copy?.querySelectorAll('.unseen, select, [popover], .katex-mathml').forEach((part) => part.remove())
  return copy?.textContent.replace(/\s+/g, ' ').trim() ?? ''
}

/** A panel over the steps, down to the next, above the rail. */
function timePanels(view: Element): Shot[] {
  const host = view.querySelector('.time-panels')
  const rail = view.querySelector('.timeline')
  if (!host) return []
  const figures = [...host.querySelectorAll('.time-panel')]
  return figures.map((figure, n) => ({
    name: wordsOf(figure.querySelector('.time-name > b')),
    parts: () => {
      const { x, width, bottom } = host.getBoundingClientRect()
      const top = figure.getBoundingClientRect().top
      const end = figures[n + 1]?.getBoundingClientRect().top ?? bottom
      const own = {
        element: host,
        box: { x: x - AROUND, y: top, width: width + 2 * AROUND, height: end - top },
      }
      return rail ? [own, whole(rail)] : [own]
    },
  }))
}

/** A row of the networks' panels, below the heads of its columns. */
function rows(view: Element): Shot[] {
  const heads = view.querySelector('.panel-row.heads')
  return [...view.querySelectorAll('.panel-row:not(.heads)')].map((row) => ({
    name: wordsOf(row.querySelector('h2')),
    parts: () => {
      const { x, y, width, height } = row.getBoundingClientRect()
      // Names and marks may stand out of a cell: PanelCell's layers are as much higher.
      const own = { element: row, box: { x, y: y - 14, width, height: height + 28 } }
      return heads ? [whole(heads), own] : [own]
    },
  }))
}

/** All that a picture can be taken of, the whole view first. */
export function shotsOf(view: Element): Shot[] {
  const map = view.querySelector('.surface-map')
  return [
    { name: 'The whole view', parts: () => [whole(view)] },
    ...(map ? [{ name: 'Map', parts: () => [whole(map)] }] : []),
    ...timePanels(view),
    ...rows(view),
  ].filter(({ name }) => name !== '')
}
