import { useEffect, useRef, useState } from 'react'
import formulas from 'virtual:formulas/reference'
import { Notice } from '../../controls/Notice.tsx'
import { Pick } from '../../controls/Pick.tsx'
import { CopyLink } from '../../controls/CopyLink.tsx'
import { TopBar } from '../../controls/TopBar.tsx'
import { addFormulas } from '../../drawing/Formula.tsx'
import { isReference, views } from '../../views.ts'
import { addressOf, groups, pages } from '../index.ts'
import { EntryText } from './EntryText.tsx'
import { GlossaryText } from './GlossaryText.tsx'
import { TeachersText } from './TeachersText.tsx'
import '../../lessons/view/lessons.css'
import './reference.css'

addFormulas(formulas)

/** Pages that are written, not made from the engine's data. */
const written = [
  { address: 'teachers', title: 'For teachers', Text: TeachersText },
  { address: 'glossary', title: 'Glossary', Text: GlossaryText },
]
const sections = [
  { title: 'About', links: written.map(({ address, title }) => ({ address, title })) },
  ...groups.map((group) => ({
    title: group.title,
    links: group.entries.map((entry) => ({ address: addressOf({ group, entry }), title: entry.title })),
  })),
]
const known = sections.flatMap(({ links }) => links)

/** `#reference=optimizers/adam` */
const readAddress = (hash: string): string =>
  decodeURIComponent(hash.replace(/^#reference=/, '').split('&')[0])

/** A page of the reference beside the list of all. */
export function ReferenceView() {
  const [wanted, setWanted] = useState(() => readAddress(location.hash))
  const place = known.find(({ address }) => address === wanted)
  const current = place ?? known[0]
  const heading = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const onHash = () => {
      // Another view is another page.
      if (!isReference(location.hash)) location.reload()
      else {
        setWanted(readAddress(location.hash))
        scrollTo(0, 0)
        heading.current?.querySelector('h2')?.focus({ preventScroll: true })
      }
    }
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [])
  useEffect(() => {
    document.title = `${current.title} · Descent`
  }, [current])

  const page = pages.find((one) => addressOf(one) === current.address)
  const text = written.find(({ address }) => address === current.address)
  return (
    <>
      <TopBar
        tabs={views.map((view) => ({ ...view, current: view.kind === 'lessons' }))}
        actions={<CopyLink copyLink={() => Promise.resolve(location.href)} />}
        hasKeys={false}
      />
      {!place && (
        <aside className="page-notes" aria-label="Notices">
          <Notice onDismiss={() => location.replace(`#reference=${current.address}`)}>
            There is no page “{wanted.slice(0, 60)}” in the reference.
          </Notice>
        </aside>
      )}
      <main className="lessons-view reference-view" ref={heading}>
        <nav className="contents" aria-label="Reference">
          <section>
            <a className="back" href="#lesson=steps">
              ← Lessons
            </a>
          </section>
          {sections.map(({ title, links }) => (
            <section key={title}>
              <h2>{title}</h2>
              <ul>
                {links.map((link) => (
                  <li key={link.address}>
                    <a
                      href={`#reference=${link.address}`}
                      aria-current={link.address === current.address ? 'page' : undefined}
                    >
                      {link.title}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </nav>
        <div className="contents-menu">
          Reference{' '}
          <Pick
            label="Page"
            value={current.address}
            options={sections.map(({ title, links }) => ({
              label: title,
              options: links.map((link) => ({ value: link.address, label: link.title })),
            }))}
            onChange={(address) => location.assign(`#reference=${address}`)}
          />
        </div>
        {page ? <EntryText key={current.address} page={page} /> : text && <text.Text />}
      </main>
    </>
  )
}
