import { type MouseEvent, useMemo } from 'react'
import { Letter } from '../../surface/Letter.tsx'
import { lessons } from '../index.ts'
import { parseMarkup, type Piece } from '../markup.ts'
import { useIsShown, useReading } from './context.tsx'
import { writePlace } from './place.ts'

/** A text of a lesson, with its formulas and links. */
export function Words({ text }: { text: string }) {
  const pieces = useMemo(() => parseMarkup(text), [text])
  return <Pieces pieces={pieces} />
}

// Pieces of one text never change places.
const Pieces = ({ pieces }: { pieces: readonly Piece[] }) =>
  pieces.map((piece, n) => <One key={n} piece={piece} />)

function One({ piece }: { piece: Piece }) {
  if (typeof piece === 'string') return piece
  if ('tex' in piece) return <Letter tex={piece.tex} />
  if ('strong' in piece) return <strong>{piece.strong}</strong>
  if ('emphasis' in piece) return <em>{piece.emphasis}</em>
  const { words, to, ref } = piece
  if (to === 'figure')
    return (
      <FigureLink figure={ref}>
        <Pieces pieces={words} />
      </FigureLink>
    )
  // Beside this page.
  if (to === 'page')
    return (
      <a href={ref}>
        <Pieces pieces={words} />
      </a>
    )
  return (
    <a href={`#lesson=${lessons.find(({ id }) => id === ref)?.id}`}>
      <Pieces pieces={words} />
    </a>
  )
}

/** Sets the figure; keeps a tint while it shows what the words are about. */
function FigureLink({ figure, children }: { figure: string; children: React.ReactNode }) {
  const { lesson, stand } = useReading()
  const isShown = useIsShown(figure)
  const onClick = (event: MouseEvent) => {
    // In a new tab it opens there.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    void stand.set(figure)
  }
  return (
    <a
      className="figure-link"
      href={writePlace(lesson, figure)}
      aria-current={isShown ? 'true' : undefined}
      onClick={onClick}
    >
      {children}
    </a>
  )
}
