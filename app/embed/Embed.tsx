import { useEffect, useRef, useState } from 'react'
import { Figure } from '../figure/Figure.tsx'
import { listenToHost } from './bridge.ts'
import { GoalLine } from './GoalLine.tsx'
import type { Live } from './live.ts'
import type { Parameters } from './parameters.ts'
import { printInLight } from '../drawing/print.ts'
import { settingsText } from '../share/settings.ts'
import { watchSeen } from './seen.ts'
import { titleOf } from './title.ts'

interface Props {
  live: Live
  parameters: Parameters
  /** The lab's address, where there is one. */
  address: string | undefined
}

/** The figure as the whole of a page in a frame. */
export function Embed({ live, parameters, address }: Props) {
  const { settings, experiment } = parameters
  const element = useRef<HTMLDivElement>(null)
  const print = useRef<HTMLParagraphElement>(null)
  const [sizing, setSizing] = useState(settings.size)
  const [title] = useState(() => settings.title ?? titleOf(experiment))
  const href = settings.links && address !== undefined ? () => `${address}#${live.state()}` : undefined

  /** What stands below it on paper, and in the file of a picture. */
  const words = () => ({
    title,
    caption: settingsText(live.lab.getState()),
    link: href?.() ?? live.state(),
  })

  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => {
    document.documentElement.dataset.size = sizing
  }, [sizing])
  useEffect(() => {
    if (!element.current) return undefined
    const stopWatching = watchSeen(element.current, live.see)
    const hangUp = listenToHost({
      live,
      parameters,
      element: element.current,
      words,
      onGrow: () => setSizing('auto'),
    })
    const stopPrinting = printInLight(() => {
      const { caption, link } = words()
      if (print.current) print.current.textContent = [...caption, link].join('\n')
    })
    return () => {
      stopWatching()
      hangUp()
      stopPrinting()
    }
    // oxlint-disable-next-line react/exhaustive-deps -- for the life of the page
  }, [live, parameters])

  return (
    <div ref={element} className="embed">
      <Figure
        lab={live.lab}
        player={live.player}
        engine={live.engine}
        ui={settings.ui}
        panels={settings.panels}
        edit={settings.edit}
        title={title}
        caption={settings.ui === 'full' || settings.ui === 'figure' ? settings.caption : undefined}
        sizing={sizing}
        isStill={settings.run === 'off'}
        href={href}
        isClosed={!settings.links}
      />
      {settings.goal && <GoalLine lab={live.lab} goal={settings.goal} />}
      <p ref={print} className="embed-print" />
    </div>
  )
}
