import { Words } from '../../lessons/view/Words.tsx'
import { datasets } from '../../../engine/datasets/index.ts'
import { teachers } from '../teachers.ts'

const credits = Object.values(datasets).flatMap(({ id, credit }) => (credit ? [{ id, ...credit }] : []))

/** What is computed, by which conventions, with which limits. */
export const TeachersText = () => (
  <article className="lesson-text">
    <h2 tabIndex={-1}>For teachers</h2>
    <p className="dek">What is computed, by which conventions, and where its limits are.</p>
    {teachers.map(({ title, says }) => (
      <section key={title}>
        <h3>{title}</h3>
        {says.map((text) => (
          <p key={text}>
            <Words text={text} />
          </p>
        ))}
      </section>
    ))}
    <h3>Data</h3>
    {credits.map(({ id, by, text, licence, url }) => (
      <p key={id} className="small">
        {by}, {text} <a href={url}>{licence}</a>.
      </p>
    ))}
  </article>
)
