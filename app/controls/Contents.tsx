import { Pick } from './Pick.tsx'
import './contents.css'

export interface Section {
  title: string
  links: readonly { href: string; title: string; number?: number }[]
}

interface Props {
  label: string
  /** What each of them is: `Lesson`. */
  word: string
  sections: readonly Section[]
  /** The address of the page that is shown. */
  current: string
}

/** The pages of a view, in sections; a menu where there is no room for a list. */
export function Contents({ label, word, sections, current }: Props) {
  return (
    <>
      <nav className="contents" aria-label={label}>
        {sections.map(({ title, links }) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul>
              {links.map(({ href, title: name, number }) => (
                <li key={href}>
                  <a href={href} aria-current={href === current ? 'page' : undefined}>
                    {number !== undefined && <span>{number}</span>} {name}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <div className="contents-menu">
        {word}{' '}
        <Pick
          label={word}
          value={current}
          options={sections.map(({ title, links }) => ({
            label: title,
            options: links.map(({ href, title: name, number }) => ({
              value: href,
              label: number === undefined ? name : `${number} ${name}`,
            })),
          }))}
          onChange={(href) => location.assign(href)}
        />
      </div>
    </>
  )
}
