import { useId, useState } from 'react'
import { issueText } from '../../engine/experiment/reader.ts'
import { Notice } from '../controls/Notice.tsx'
import { useLab, useLabState } from '../lab/context.tsx'
import type { Message } from '../lab/lab.ts'
import './surface.css'

interface Props {
  /** The kept text has been mended. */
  onRetry: (text: string) => void
  onRestart: () => void
}

/** What the reader should know of the engine or of a link, said once, where nothing is lost. */
export default function EngineNote({ onRetry, onRestart }: Props) {
  const message = useLabState((state) => state.message)
  const engine = useLabState((state) => state.engine)
  return (
    <div className="engine-notes">
      {message && (
        <MessageNote
          key={message.text + (message.kept ?? '')}
          message={message}
          onRetry={onRetry}
          onRestart={onRestart}
        />
      )}
      {engine === 'page' && <NoWorker />}
    </div>
  )
}

/** "The engine stopped at step 62: out of memory." as what happened and what the engine said. */
function parts(text: string): [title: string, rest: string] {
  const colon = text.indexOf(': ')
  if (colon < 0) return [text, '']
  return [`${text.slice(0, colon)}.`, `It ended with “${text.slice(colon + 2).replace(/\.$/, '')}”. `]
}

function MessageNote({ message, onRetry, onRestart }: Props & { message: Message }) {
  const lab = useLab()
  const { tone, text, issues = [], kept, retry } = message
  const [copied, setCopied] = useState(false)
  const dismiss = () => lab.say(undefined)
  if (tone === 'error') {
    const [title, rest] = parts(text)
    return (
      <Notice
        tone="bad"
        title={title}
        onDismiss={dismiss}
        actions={[
          {
            label: 'Restart the engine',
            onAct: () => {
              dismiss()
              onRestart()
            },
          },
          {
            label: copied ? 'Copied' : 'Copy details',
            onAct: () =>
              void navigator.clipboard
                .writeText(`${text}\n${location.href}\n${navigator.userAgent}`)
                .then(() => setCopied(true))
                .catch(() => {}),
          },
        ]}
      >
        {rest}What was computed is still here to scrub, and your settings are in the page address.
      </Notice>
    )
  }
  return (
    <Notice
      onDismiss={dismiss}
      actions={retry ? [{ label: 'Try again', onAct: () => (dismiss(), retry()) }] : []}
    >
      {text}
      {issues.length > 0 && (
        <span className="issues" role="list">
          {issues.map((issue) => (
            <span key={issueText(issue)} role="listitem">
              {issueText(issue)}
            </span>
          ))}
        </span>
      )}
      {kept !== undefined && <Mend kept={kept} onRetry={onRetry} />}
    </Notice>
  )
}

/** The text that could not be read, to be mended. */
function Mend({ kept, onRetry }: { kept: string; onRetry: (text: string) => void }) {
  const [text, setText] = useState(kept)
  const field = useId()
  return (
    <span className="mend">
      <label className="unseen" htmlFor={field}>
        The text of the link
      </label>
      <textarea
        id={field}
        value={text}
        rows={Math.min(6, Math.ceil(text.length / 90) + 1)}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
      <button type="button" className="link" onClick={() => onRetry(text)}>
        Try again
      </button>
    </span>
  )
}

/** Why the page does without a worker. */
function NoWorker() {
  const [why, setWhy] = useState(false)
  const [gone, setGone] = useState(false)
  if (gone) return null
  return (
    <Notice onDismiss={() => setGone(true)}>
      This page cannot start a worker here, so the race shares the page’s own thread. Everything works;
      playback may be less smooth.{' '}
      {why ? (
        'A page in a sandboxed frame, or opened from a file, is not allowed to start one. Opened at its own address it is.'
      ) : (
        <button type="button" className="link" onClick={() => setWhy(true)}>
          Why
        </button>
      )}
    </Notice>
  )
}
