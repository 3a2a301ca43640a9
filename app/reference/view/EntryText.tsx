import { Formula } from '../../drawing/Formula.tsx'
import { Letter } from '../../surface/Letter.tsx'
import { displayed } from '../../lessons/markup.ts'
import { Words } from '../../lessons/view/Words.tsx'
import type { Page } from '../index.ts'
import { ParameterTable } from './ParameterTable.tsx'

/** What there is to know of one optimizer, surface, data set or trick. */
export function EntryText({ page: { group, entry } }: { page: Page }) {
  const { title, summary, formulas, settings, remembers, facts, sources, checked, link } = entry
  return (
    <article className="lesson-text">
      <h2 tabIndex={-1}>{title}</h2>
      <p className="dek">{summary}</p>
      {formulas.map((tex) => (
        <div key={tex} className="equation">
          {displayed(tex).map((part) => (
            <Formula key={part} tex={part} display />
          ))}
        </div>
      ))}
      {link && (
        <p>
          <a href={`#${link}`}>Try it in the lab</a>
        </p>
      )}
      {settings.length > 0 && <h3>Settings</h3>}
      {settings.map((some) => (
        <ParameterTable key={some.of} {...some} />
      ))}
      {remembers && (
        <>
          <h3>What it remembers</h3>
          {remembers.length === 0 ? (
            <p className="small">Nothing from one update to the next.</p>
          ) : (
            <dl className="facts">
              {remembers.map(({ symbol, label }) => (
                <div key={symbol}>
                  <dt>
                    <Letter tex={symbol} />
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          )}
        </>
      )}
      {facts.length > 0 && (
        <>
          <h3>In particular</h3>
          <dl className="facts">
            {facts.map(({ what, says }) => (
              <div key={what}>
                <dt>{what}</dt>
                <dd>
                  <Words text={says} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <footer>
        {checked && (
          <>
            <h3>Checked</h3>
            <p className="small">
              <Words text={checked} />
            </p>
          </>
        )}
        {sources.length > 0 && (
          <>
            <h3>Sources</h3>
            <ul>
              {sources.map((source) => (
                <li key={source}>{source}</li>
              ))}
            </ul>
          </>
        )}
        <p className="small">
          {group.title}: <Words text={group.says} />
        </p>
      </footer>
    </article>
  )
}
