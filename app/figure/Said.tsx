import { issueText } from '../../engine/experiment/reader.ts'
import { Notice } from '../controls/Notice.tsx'
import { useLab, useLabState } from '../lab/context.tsx'

/** What has to be said of the engine, of an edit or of a link, until it is dismissed. */
export function Said() {
  const lab = useLab()
  const message = useLabState((state) => state.message)
  if (!message) return null
  const { tone, text, issues = [] } = message
  return (
    <div className="live-said">
      <Notice tone={tone === 'error' ? 'bad' : 'plain'} onDismiss={() => lab.say(undefined)}>
        {text}
        {issues.map((issue) => (
          <span key={issueText(issue)} className="live-issue">
            {issueText(issue)}
          </span>
        ))}
      </Notice>
    </div>
  )
}
