import { Words } from '../../lessons/view/Words.tsx'
import { datasets } from '../../../engine/datasets/index.ts'
import { levelNames } from '../../figure/levels.ts'
import { heights, widths } from '../../snippets/heights.ts'
import { teachers } from '../teachers.ts'

const credits = Object.values(datasets).flatMap(({ id, credit }) => (credit ? [{ id, ...credit }] : []))

const problems = [
  { kind: 'surface', name: 'Four runs on a surface' },
  { kind: 'network', name: 'Two networks' },
] as const

/** How high a frame has to be, for those who write it by hand. */
const Heights = () => (
  <>
    <h3>How high an embed is</h3>
    <p>
      Pixels that a figure needs under its title, by its level and the width of the column. In a lower frame
      it shows its parts one at a time.
    </p>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- where it is wider than the page it is scrolled, by keys too */}
    <div className="table-frame" role="region" aria-label="Heights" tabIndex={0}>
      <table className="parameters">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              Level
            </th>
            {problems.map(({ kind, name }) => (
              <th key={kind} scope="colgroup" colSpan={widths.length}>
                {name}
              </th>
            ))}
          </tr>
          <tr>
            {problems.flatMap(({ kind }) =>
              widths.map((width) => (
                <th key={kind + width} scope="col">
                  {width} wide
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {levelNames.map((level) => (
            <tr key={level}>
              <th scope="row">
                <code>{level}</code>
              </th>
              {problems.flatMap(({ kind }) =>
                heights[kind][level].map((px, n) => <td key={kind + widths[n]}>{px}</td>),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
)

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
    <Heights />
    <h3>Data</h3>
    {credits.map(({ id, by, text, licence, url }) => (
      <p key={id} className="small">
        {by}, {text} <a href={url}>{licence}</a>.
      </p>
    ))}
  </article>
)
