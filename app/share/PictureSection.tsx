import { useId, useState } from 'react'
import { useLab } from '../lab/context.tsx'
import { pngOf } from './picture/png.ts'
import { shotsOf } from './picture/shots.ts'
import { svgOf } from './picture/svg.ts'
import { compose, exposed } from './picture/take.ts'
import { startTracing } from './picture/tracing.ts'
import { Press } from './Press.tsx'
import { printView } from './printing.ts'
import { fileName, textFile } from './save.ts'
import { settingsText } from './settings.ts'
import type { Making } from './useMaking.ts'

interface Props {
  making: Making
  /** The element that is the view. */
  view: Element
  /** What the experiment is about: `ravine`. */
  subject: string
  copyLink: () => Promise<string | undefined>
  onClose: () => void
}

/** Pixels a px: PNG for screens, the images in an SVG for paper. */
const PIXELS = { png: 2, svg: 4 }

export function PictureSection({ making: { make, busy }, view, subject, copyLink, onClose }: Props) {
  const lab = useLab()
  const [shots] = useState(() => shotsOf(view))
  const [chosen, choose] = useState(0)
  const id = useId()

  const take = (kind: 'svg' | 'png') =>
    make('Drawing…', async () => {
      const shot = shots[chosen]
      const link = (await copyLink()) ?? `${location.origin}${location.pathname}`
      const words = { title: `${shot.name}, ${subject}`, caption: settingsText(lab.getState()), link }
      const name = `${fileName(subject, shot.name)}.${kind}`
      if (kind === 'svg') {
        const { tracer, traces } = startTracing()
        const draw = () => textFile(name, 'image/svg+xml', svgOf(compose(shot, words, traces)))
        return exposed(PIXELS.svg, draw, tracer)
      }
      return exposed(PIXELS.png, async () => {
        const bytes = await pngOf(compose(shot, words), PIXELS.png)
        if (!bytes) throw new Error('the picture is too large for this browser')
        return { name, blob: new Blob([bytes], { type: 'image/png' }) }
      })
    })
  return (
    <section>
      <h3>Picture</h3>
      <p>
        <label htmlFor={id} className="unseen">
          Picture of
        </label>
        <select id={id} value={chosen} onChange={({ target }) => choose(Number(target.value))}>
          {shots.map(({ name }, n) => (
            <option key={`${n} ${name}`} value={n}>
              {name}
            </option>
          ))}
        </select>
        <Press busy={busy} onPress={() => void take('svg')}>
          SVG
        </Press>
        <Press busy={busy} onPress={() => void take('png')}>
          PNG
        </Press>
        <Press
          busy={busy}
          onPress={() => {
            onClose()
            void printView(lab)
          }}
        >
          Print
        </Press>
      </p>
      <p className="caption">
        As it stands at this step; the settings and the link are below it and in the file.
      </p>
    </section>
  )
}
