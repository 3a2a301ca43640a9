import type { Pair } from '../../engine/experiment/query.ts'
import { joined } from './choices.ts'

/** A figure in a frame of another page. */
interface Framed {
  /** The address of the lab, with a stroke at its end. */
  lab: string
  /** The text of the link that opens it in the lab, or the name of a scene that is the same. */
  short: string
  /** How it looks and what it lets change. */
  pairs: readonly Pair[]
  title: string
  /** Px that it needs at the width that it is made for. */
  height: number
}

/** A figure as other pages take it, in whichever form. */
export interface Figure extends Framed {
  /** The text of the link, whatever its scene. */
  link: string
  /** The picture that stands for it, where nothing runs. */
  picture: string
  /** Px that it is made for. */
  width: number
}

export interface Snippet {
  name: string
  /** When to take it. */
  when: string
  text: string
}

const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** What `<optimizer-lab>` has an attribute for; all else is part of its state. */
const attributes: readonly string[] = ['ui', 'panels', 'edit', 'theme']

/** The address of the lab that this page is of. */
export const labHere = (): string => new URL('.', location.href.split(/[?#]/)[0]).href

export const frameOf = ({ lab, short, pairs }: Pick<Framed, 'lab' | 'short' | 'pairs'>): string =>
  `${lab}v1/embed/#${joined(short, pairs)}`

function element(figure: Figure): string {
  const { lab, link, short, pairs, title, height } = figure
  const rest = pairs.filter(({ key }) => !attributes.includes(key) && key !== 'host')
  const own = pairs.filter(({ key }) => attributes.includes(key))
  const said = [
    `state="${joined(short, rest)}"`,
    ...own.map(({ key, value }) => `${key}="${html(value)}"`),
    `height="${height}"`,
    `label="${html(title)}"`,
  ]
  return `<script src="${lab}v1/element.js" async></script>
<optimizer-lab ${said.join(' ')}>
  <a href="${lab}#${link}">${html(title)}</a>
</optimizer-lab>`
}

export const iframe = (
  figure: Framed,
): string => `<iframe src="${frameOf(figure)}" title="${html(figure.title)}"
  width="100%" height="${figure.height}" style="border: 0" loading="lazy" allow="fullscreen; clipboard-write"></iframe>`

/** The ways to show a figure in another page, the most robust first. */
export function snippetsOf(figure: Figure): Snippet[] {
  const { lab, link, title, picture, width, height } = figure
  return [
    {
      name: 'Frame',
      when: 'For almost every page: one line that learning platforms keep.',
      text: iframe(figure),
    },
    {
      name: 'Element',
      when: 'For pages of your own: loads when it comes near, is as high as it needs to be, and can be driven by a script.',
      text: element(figure),
    },
    {
      name: 'Poster link',
      when: 'Where frames are taken out, in mail and on paper: a picture that opens the live figure.',
      text: `<a href="${lab}#${link}"><img src="${picture}" alt="${html(title)}" width="${width}" style="max-width: 100%"></a>`,
    },
    {
      name: 'MyST',
      when: 'For Jupyter Book and MyST; the picture stands in where the page is printed.',
      text: `:::{iframe} ${frameOf(figure)}\n:width: 100%\n:placeholder: ${picture}\n${title}\n:::`,
    },
    {
      name: 'Quarto',
      when: 'For Quarto and R Markdown: HTML that other formats leave out.',
      text: `\`\`\`{=html}\n${iframe(figure)}\n\`\`\``,
    },
    {
      name: 'reveal.js',
      when: 'For slides: loaded with its slide, and at rest when that is left.',
      text: `<section>\n  <iframe data-src="${frameOf(figure)}" title="${html(title)}"\n    width="${width}" height="${height}" style="border: 0" allow="fullscreen"></iframe>\n</section>`,
    },
    {
      name: 'Markdown',
      when: 'For a README or a wiki: the picture, linked.',
      text: `[![${title.replace(/[[\]]/g, '\\$&')}](${picture})](${lab}#${link})`,
    },
  ]
}

/** The embed's page with the address of its figure written into it: a file that needs nothing else. */
export async function offline(figure: Figure): Promise<string> {
  const answer = await fetch(`${figure.lab}v1/embed/index.html`)
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`)
  const page = await answer.text()
  return page.replace(
    '<head>',
    () => `<head>\n    <meta name="descent-figure" content="${html(frameOf(figure))}" />`,
  )
}
