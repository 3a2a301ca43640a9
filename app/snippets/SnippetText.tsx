import { useId, useState } from 'react'
import { Press } from '../share/Press.tsx'
import type { Snippet } from './snippets.ts'

/** A text to copy, and when to take it. */
export function SnippetText({ name, when, text }: Snippet) {
  const [said, say] = useState('')
  const id = useId()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      say('Copied')
    } catch {
      // A frame may have no clipboard: the text is marked, for the keyboard to copy.
      const field = document.getElementById(id)
      if (field instanceof HTMLTextAreaElement) field.select()
      say('Marked, to be copied')
    }
  }
  return (
    <section>
      <h3>
        <label htmlFor={id}>{name}</label>
      </h3>
      <p>
        <Press label={`Copy ${name}`} onPress={() => void copy()}>
          Copy
        </Press>
        <span className="caption" role="status">
          {said}
        </span>
      </p>
      <p className="caption">{when}</p>
      <textarea
        id={id}
        readOnly
        rows={Math.min(5, text.split('\n').length + 1)}
        value={text}
        spellCheck={false}
        onFocus={({ target }) => target.select()}
      />
    </section>
  )
}
