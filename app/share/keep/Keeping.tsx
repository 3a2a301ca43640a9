import { useState } from 'react'
import { Press } from '../Press.tsx'
import { shelf } from './ours.ts'
import { type Kept, keptText } from './shelf.ts'
import { thumbnail } from './thumbnail.ts'

interface Props {
  /** The element that is the view. */
  view: Element
  /** What the experiment is about. */
  subject: string
  /** The text of the link to what is shown, or nothing where it is too much for one. */
  link: () => Promise<string | undefined>
  onOpen: (link: string) => void
  onSave: (name: string, text: string) => void
}

const TOO_MUCH = 'Rows of your own are too many to be kept here. Save the experiment as a file instead.'

/** Experiments in this browser: nothing is stored until it is asked for. */
export function Keeping({ view, subject, link, onOpen, onSave }: Props) {
  const [state, setState] = useState(() => shelf.list())
  const [problem, setProblem] = useState('problem' in state ? state.problem : '')
  const kept = 'kept' in state ? state.kept : []

  const change = (make: (kept: readonly Kept[]) => readonly Kept[]) => {
    const next = shelf.update(make)
    setProblem('problem' in next ? next.problem : '')
    // What could not be written is as it was.
    if ('kept' in next) setState(next)
  }
  const keep = async () => {
    const text = await link()
    if (text === undefined) {
      setProblem(TOO_MUCH)
      return
    }
    const now = new Date().toISOString()
    change((old) => [
      { name: nameFor(subject, old), link: text, date: now, thumbnail: thumbnail(view) },
      ...old,
    ])
  }
  return (
    <section className="keeping" aria-label="Kept in this browser">
      <h3>Keep</h3>
      <p>
        <Press onPress={() => void keep()}>Keep this experiment</Press>
        {kept.length > 0 && (
          <Press onPress={() => onSave('descent-kept.json', keptText(kept))}>Save all as a file</Press>
        )}
      </p>
      <p className={problem ? 'problem' : 'caption'} role="status">
        {problem || 'In this browser, until you delete it. A file of kept experiments opens like any other.'}
      </p>
      {kept.length > 0 && (
        <ul>
          {kept.map((item, n) => (
            <Item
              key={`${item.date} ${n}`}
              item={item}
              onOpen={() => onOpen(item.link)}
              onRename={(name) => change((old) => old.map((one, m) => (m === n ? { ...one, name } : one)))}
              onDelete={() => change((old) => old.filter((_, m) => m !== n))}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

/** "ravine", "ravine 2" */
function nameFor(subject: string, kept: readonly Kept[]): string {
  const taken = kept.map(({ name }) => name)
  for (let n = 1; ; n++) {
    const name = n === 1 ? subject : `${subject} ${n}`
    if (!taken.includes(name)) return name
  }
}

interface ItemProps {
  item: Kept
  onOpen: () => void
  onRename: (name: string) => void
  onDelete: () => void
}

function Item({ item: { name, date, thumbnail: picture }, onOpen, onRename, onDelete }: ItemProps) {
  const [text, setText] = useState(name)
  const rename = () => {
    const next = text.trim()
    setText(next || name)
    if (next !== '' && next !== name) onRename(next)
  }
  const day = new Date(date)
  return (
    <li>
      {picture ? <img src={picture} alt="" width="64" height="40" /> : <span className="no-picture" />}
      <span className="kept-words">
        <input
          type="text"
          aria-label={`name of ${name}`}
          value={text}
          maxLength={80}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
          onBlur={rename}
          onKeyDown={(event) => event.key === 'Enter' && rename()}
        />
        <span className="caption">{Number.isNaN(day.getTime()) ? date : day.toLocaleString()}</span>
      </span>
      <Press label={`open ${name}`} onPress={onOpen}>
        Open
      </Press>
      <Press label={`delete ${name}`} onPress={onDelete}>
        Delete
      </Press>
    </li>
  )
}
