import { Fragment, useEffect, useState } from 'react'
import type { Domain } from '../../engine/surface.ts'
import type { Computation } from '../../engine/worker/client.ts'
import { cancel, request } from '../drawing/frame.ts'
import { stylesOf } from '../drawing/palette.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { runName } from '../../engine/experiment/runName.ts'
import type { Note, Piece } from './notes/note.ts'
import './surface.css'

/** What to look for in this race, one note at a time. */
export function LookFor() {
  const lab = useLab()
  const [notes, setNotes] = useState<readonly Note[]>([])
  const [shown, setShown] = useState(0)

  useEffect(() => {
    let seen: readonly unknown[] = []
    // What there is to say is worked out, and even loaded, after all that moves.
    const note = async (computation: Computation, hidden: readonly string[], frame: Domain | undefined) => {
      const { notesOn } = await import('./notes.ts')
      if (seen[0] !== computation) return
      setNotes(notesOn(computation.experiment, computation.traces, hidden, frame))
      setShown(0)
    }
    // Rows arrive many times a second: a note is written when they are all there and nothing is being dragged.
    const look = () => {
      const { computation, drafting, hidden, frame } = lab.getState()
      const isDone = computation && computation.step >= computation.experiment.steps
      if (!isDone || drafting || (seen[0] === computation && seen[1] === hidden && seen[2] === frame)) return
      seen = [computation, hidden, frame]
      void note(computation, hidden, frame)
    }
    request(look)
    const silence = lab.subscribe(() => request(look))
    return () => {
      silence()
      cancel(look)
    }
  }, [lab])

  const note = notes[shown]
  if (!note) return null
  return (
    <p className="look-for" aria-label="What to look for">
      {note.map((piece, i) => (
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={i}>
          <Words piece={piece} />
        </Fragment>
      ))}
      {notes.length > 1 && (
        <>
          {' '}
          <button type="button" className="link" onClick={() => setShown((shown + 1) % notes.length)}>
            {shown + 1} of {notes.length}, next
          </button>
        </>
      )}
    </p>
  )
}

function Words({ piece }: { piece: Piece }) {
  const lab = useLab()
  const runs = useLabState((state) => state.experiment.runs)
  if (typeof piece === 'string') return piece
  if ('step' in piece) {
    return (
      <button type="button" className="link seek" onClick={() => lab.seek(piece.step)}>
        {piece.text}
      </button>
    )
  }
  if ('math' in piece) {
    return (
      <span className="symbol">
        {piece.math}
        {piece.sub && <sub>{piece.sub}</sub>}
      </span>
    )
  }
  const i = runs.findIndex(({ id }) => id === piece.run)
  return i < 0 ? null : <b style={{ color: stylesOf(runs)[i].colour }}>{runName(runs[i])}</b>
}
