import { readQuery, writeQuery } from '../../engine/experiment/query.ts'
import { viewKeys } from '../../engine/experiment/textKeys.ts'
import type { Block, Figure, Lesson, Prediction } from './lesson.ts'

export type Piece =
  | string
  | { tex: string }
  | { emphasis: string }
  | { strong: string }
  | { words: readonly Piece[]; to: 'figure' | 'lesson' | 'page'; ref: string }

const marks = new RegExp(
  [
    String.raw`\$(?<tex>[^$]+)\$`,
    String.raw`\*\*(?<strong>[^*]+)\*\*`,
    String.raw`\*(?<emphasis>[^*]+)\*`,
    String.raw`\[(?<words>(?:\$[^$]+\$|[^\]$])+)\]\((?<to>figure|lesson|page):(?<ref>[^)]+)\)`,
  ].join('|'),
  'g',
)

/** What no line may break between: a number and its percent, its η, or its thousands. */
const tied = (text: string): string => text.replace(/(?<=\d\**) (?=%|\$\\eta\$|\d{3}\b)/g, '\u00a0')

/** The text of a lesson, mark by mark. */
export function parseMarkup(source: string): Piece[] {
  const text = tied(source)
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: whole, index, groups = {} } of text.matchAll(marks)) {
    if (index > from) pieces.push(text.slice(from, index))
    from = index + whole.length
    const { tex, strong, emphasis, words, to, ref } = groups
    if (tex !== undefined) pieces.push({ tex })
    else if (strong !== undefined) pieces.push({ strong })
    else if (emphasis !== undefined) pieces.push({ emphasis })
    else pieces.push({ words: parseMarkup(words), to: to as 'figure' | 'lesson' | 'page', ref })
  }
  if (from < text.length) pieces.push(text.slice(from))
  return pieces
}

/** Every piece of a text, those within links too. */
export const piecesOf = (text: string): Piece[] =>
  parseMarkup(text).flatMap((piece) =>
    typeof piece === 'object' && 'words' in piece ? [piece, ...piece.words] : [piece],
  )

/** The equations of a line of their own, with large fractions and sums. Between them it may break. */
export const displayed = (tex: string): string[] =>
  tex.split('\\qquad').map((part) => `\\displaystyle ${part.trim()}`)

const textsOfBlock = (block: Block): readonly string[] => {
  if (typeof block === 'string') return [block]
  if ('equation' in block) return []
  if ('predict' in block) return [block.predict, ...block.options, ...block.answer]
  if ('doubt' in block) return [block.doubt, ...block.verdict]
  return [block.note]
}

/** Every text of a lesson that may have marks. */
export const textsOf = ({ title, dek, figures, body, takeaway, claims }: Lesson): string[] => [
  title,
  dek,
  ...Object.values(figures).flatMap((figure) => [figure.title, figure.caption]),
  ...body.flatMap(textsOfBlock),
  takeaway,
  ...Object.values(claims),
]

/** Every formula of a lesson, as TeX. */
export const formulasOf = (lesson: Lesson): string[] => [
  ...textsOf(lesson)
    .flatMap(piecesOf)
    .flatMap((piece) => (typeof piece === 'object' && 'tex' in piece ? [piece.tex] : [])),
  ...lesson.body.flatMap((block) =>
    typeof block === 'object' && 'equation' in block ? displayed(block.equation) : [],
  ),
]

/** Every reference to a figure: `valley`, `valley?at=12`. */
export const figureRefsOf = ({ body }: Lesson): string[] =>
  body.flatMap((block) => [
    ...(typeof block === 'object' && 'predict' in block ? [block.figure] : []),
    ...textsOfBlock(block)
      .flatMap(piecesOf)
      .flatMap((piece) =>
        typeof piece === 'object' && 'words' in piece && piece.to === 'figure' ? [piece.ref] : [],
      ),
  ])

export const nameOf = (ref: string): string => ref.split('?')[0]

/** The text of the link that a reference to a figure stands for: the figure's own, with what the reference changes. */
export function linkOf(figures: Readonly<Record<string, Figure>>, ref: string): string {
  const [name, override = ''] = ref.split('?')
  const { link, at } = figures[name]
  const pairs = [...readQuery(`${link}&at=${at}`), ...readQuery(override)]
  return writeQuery([...new Map(pairs.map(({ key, value }) => [key, value]))])
}

/** The questions of a lesson that are about what a reference to a figure shows, at whichever step it shows it. */
export function questionsAbout({ body, figures }: Lesson, ref: string): Prediction[] {
  const experimentOf = (one: string) =>
    writeQuery(
      readQuery(linkOf(figures, one)).flatMap(({ key, value }) =>
        viewKeys.includes(key) ? [] : [[key, value] as const],
      ),
    )
  return body.flatMap((block) =>
    typeof block === 'object' && 'predict' in block && experimentOf(block.figure) === experimentOf(ref)
      ? [block]
      : [],
  )
}
