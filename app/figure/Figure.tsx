import { lazy, type ReactNode, Suspense, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Experiment } from '../../engine/experiment/experiment.ts'
import { useSize } from '../drawing/useSize.ts'
import { LabProvider, useLabState } from '../lab/context.tsx'
import { figureKeys, listenToKeys } from '../lab/keyboard.ts'
import type { Lab } from '../lab/lab.ts'
import type { Player } from '../lab/player.ts'
import type { Asking } from '../network/useNewStage.ts'
import { WIDE } from '../time/arrangement.ts'
import { FigureTransport } from './FigureTransport.tsx'
import { KeyNumber } from './KeyNumber.tsx'
import { layoutOf, naturalHeight } from './layout.ts'
import { contentsOf, type Level } from './levels.ts'
import { partsOf } from './parts.ts'
import { Said } from './Said.tsx'
import { Shared } from './Shared.tsx'
import { SurfaceFigure } from './SurfaceFigure.tsx'
import { Tabs } from './Tabs.tsx'
import { WayBack, WayOn } from './Ways.tsx'
import './figure.css'

const NetworkFigure = lazy(() => import('./NetworkFigure.tsx'))

export interface FigureProps {
  lab: Lab
  player: Player
  engine: Asking
  /** How much of the lab it is. */
  ui?: Level
  /** What is shown, as in levels.ts; by default what its level shows. */
  panels?: readonly string[] | undefined
  /** What can be changed, by the keys of a link; by default what its level lets change. */
  edit?: readonly string[] | undefined
  /** What changes are undone to; what it showed first, where nothing is said. */
  origin?: Experiment | undefined
  title?: ReactNode
  caption?: ReactNode
  /** Fits the box that it is in, or is as high as it likes. */
  sizing?: 'fill' | 'auto'
  /** Where the whole lab shows what is on screen; no way there is shown without it. */
  href?: (() => string) | undefined
  /** Nothing leads out of it, whatever it shows. */
  isClosed?: boolean
  /** It is not played: without transport. */
  isStill?: boolean
}

/** A live experiment in a page about something else. It shares nothing with others on the page. */
export function Figure(props: FigureProps) {
  const { lab, player } = props
  const context = useMemo(() => ({ lab, player }), [lab, player])
  return (
    <LabProvider value={context}>
      <Body {...props} />
    </LabProvider>
  )
}

function Body(props: FigureProps) {
  const { lab, player, engine, ui = 'figure', title, caption, sizing = 'fill', href } = props
  const { isClosed = false, isStill = false } = props
  const id = useId()
  const figure = useRef<HTMLElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const size = useSize(body)
  const [chosen, setChosen] = useState<string>()
  const kind = useLabState(({ experiment }) => experiment.problem.kind)
  const runs = useLabState(({ experiment }) => experiment.runs.length)
  const usual = contentsOf(ui, kind)
  const { panels = usual.panels, edit = usual.edit } = props

  useEffect(
    () => (figure.current && !isStill ? listenToKeys(figure.current, lab, player, figureKeys) : undefined),
    [lab, player, isStill],
  )

  const parts = partsOf(kind, panels)
  const contents = { kind, parts: parts.map((part) => part.id), panels, runs }
  const grows = sizing === 'auto'
  const layout = ui === 'compact' ? 'tabs' : size ? layoutOf(size, contents, grows) : 'column'
  const hasTabs = layout === 'tabs' && parts.length > 1
  const current = parts.find((part) => part.id === chosen) ?? parts[0]
  const shown = hasTabs ? [current] : parts
  const names = shown.map((part) => part.id)
  const width = size?.width ?? 0
  const hasRoom = size !== undefined && width > 0 && (grows || size.height > 0)
  const has = (part: string) => kind === 'surface' && names.includes(part)
  const isUnderCurves = layout === 'column' && has('curves') && !has('runs') && width >= WIDE

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press in it lets its keys act
    <figure
      ref={figure}
      className="live-figure"
      data-sizing={sizing}
      data-layout={layout}
      aria-labelledby={title ? `${id}title` : undefined}
      tabIndex={-1}
      onPointerDownCapture={({ currentTarget }) => {
        if (!currentTarget.contains(document.activeElement)) currentTarget.focus({ preventScroll: true })
      }}
    >
      <div className="live-head">
        {title && <h2 id={`${id}title`}>{title}</h2>}
        {hasTabs && <Tabs options={parts} chosen={current.id} onChoose={setChosen} />}
        <WayBack origin={props.origin} />
        {href && <WayOn href={href} />}
      </div>
      <Said />
      <div
        ref={body}
        className="live-body"
        style={{ height: grows && size ? naturalHeight(layout, width, contents) : undefined }}
      >
        {hasRoom &&
          (kind === 'surface' ? (
            <SurfaceFigure parts={names} panels={panels} edit={edit} layout={layout} width={width} />
          ) : (
            <Suspense>
              <NetworkFigure engine={engine} rows={names} edit={edit} isClosed={isClosed} width={width} />
            </Suspense>
          ))}
      </div>
      {contents.parts.join() === 'map' && <KeyNumber />}
      <Shared edit={edit} />
      {!isStill && <FigureTransport isUnderCurves={isUnderCurves} />}
      {caption && <figcaption className="caption">{caption}</figcaption>}
    </figure>
  )
}
