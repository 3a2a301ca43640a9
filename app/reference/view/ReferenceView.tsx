import { useEffect, useRef, useState } from 'react'
import formulas from 'virtual:formulas/reference'
import { Contents } from '../../controls/Contents.tsx'
import { Notice } from '../../controls/Notice.tsx'
import { CopyLink } from '../../controls/CopyLink.tsx'
import { TopBar } from '../../controls/TopBar.tsx'
import { addFormulas } from '../../drawing/Formula.tsx'
import { pageOf, views } from '../../views.ts'
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
const entries = pages.map(({ group, entry }) => ({
  group,
  address: addressOf({ group, entry }),
  title: entry.title,
}))
const known: readonly { address: string; title: string }[] = [...written, ...entries]

/** `#reference=optimizers/adam` */
const hashOf = (address: string): string => `#reference=${address}`
const readAddress = (hash: string): string =>
  decodeURIComponent(hash.replace(/^#reference=/, '').split('&')[0])

const linkTo = ({ address, title }: { address: string; title: string }) => ({ href: hashOf(address), title })
const sections = [
  { title: 'Lessons', links: [{ href: '#lesson=steps', title: 'All lessons' }] },
  { title: 'About', links: written.map(linkTo) },
  ...groups.map((group) => ({
    title: group.title,
    links: entries.filter((entry) => entry.group === group).map(linkTo),
  })),
]

/** A page of the reference beside the list of all. */
export function ReferenceView() {
  const [wanted, setWanted] = useState(() => readAddress(location.hash))
  const place = known.find(({ address }) => address === wanted)
  const current = place ?? known[0]
  const heading = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const onHash = () => {
      // Another view is another page.
      if (pageOf(location.hash)?.key !== 'reference') location.reload()
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
          <Notice onDismiss={() => location.replace(hashOf(current.address))}>
            There is no page “{wanted.slice(0, 60)}” in the reference.
          </Notice>
        </aside>
      )}
      <main className="lessons-view reference-view" ref={heading}>
        <Contents label="Reference" word="Page" sections={sections} current={hashOf(current.address)} />
        {page ? <EntryText key={current.address} page={page} /> : text && <text.Text />}
      </main>
    </>
  )
}
