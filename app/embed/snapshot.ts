import { pngOf } from '../share/picture/png.ts'
import { svgOf } from '../share/picture/svg.ts'
import { compose, type Words } from '../share/picture/take.ts'
import type { PictureType } from './messages.ts'

/** A figure as a picture, down to where it is played; what made it is told to machines only. */
export async function snapshot(figure: Element, as: PictureType, words: Words): Promise<Blob | undefined> {
  const { x, y, width, bottom } = figure.getBoundingClientRect()
  const end = figure.querySelector('.live-transport')?.getBoundingClientRect().top ?? bottom
  const parts = [{ element: figure, box: { x, y, width, height: end - y } }]
  const picture = {
    ...compose({ name: words.title, parts: () => parts }, { title: words.title, caption: [], link: '' }),
    ...words,
    paper: getComputedStyle(figure).backgroundColor,
  }
  if (as === 'svg') return new Blob([svgOf(picture)], { type: 'image/svg+xml' })
  const bytes = await pngOf(picture, devicePixelRatio)
  return bytes && new Blob([bytes], { type: 'image/png' })
}
