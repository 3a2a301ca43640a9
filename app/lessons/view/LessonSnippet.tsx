import scenes from 'virtual:scenes'
import { writeQuery } from '../../../engine/experiment/query.ts'
import { EmbedButton } from '../../snippets/EmbedButton.tsx'
import { SnippetText } from '../../snippets/SnippetText.tsx'
import { iframe, labHere } from '../../snippets/snippets.ts'
import { numberOf } from './place.ts'
import type { Standing } from './stand.ts'

/** Px of a frame in a column of text. */
const HEIGHT = 420

/** The figure on the stand for another page: one line to copy, and the way to the other forms. */
export default function LessonSnippet({ live }: { live: Standing }) {
  const { lesson, name, lab } = live
  const scene = `${lesson.id}.${name}`
  const short = writeQuery([
    ['v', '1'],
    ['scene', scene],
  ])
  const { title } = scenes[scene]
  return (
    <div className="lesson-embed">
      <SnippetText
        name={`Figure ${numberOf(lesson, name)} for another page`}
        when="Learning platforms keep such a line."
        text={iframe({ lab: labHere(), short, pairs: [], title, height: HEIGHT })}
      />
      <EmbedButton lab={lab} scene={scene}>
        Choose what it shows, or take an element, a slide, one file
      </EmbedButton>
    </div>
  )
}
