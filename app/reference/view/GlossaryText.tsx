import { Words } from '../../lessons/view/Words.tsx'
import { Letter } from '../../surface/Letter.tsx'
import { glossary } from '../glossary.ts'

/** What the words mean here. */
export const GlossaryText = () => (
  <article className="lesson-text">
    <h2 tabIndex={-1}>Glossary</h2>
    <p className="dek">The literature’s words and the lecture’s symbols, as they are used here.</p>
    <dl className="facts glossary">
      {glossary.map(({ term, symbol, says }) => (
        <div key={term}>
          <dt>
            {term} {symbol !== undefined && <Letter tex={symbol} />}
          </dt>
          <dd>
            <Words text={says} />
          </dd>
        </div>
      ))}
    </dl>
  </article>
)
