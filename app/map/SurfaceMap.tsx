import { useEffect, useMemo, useRef, useState } from 'react'
import { useTheme } from '../drawing/useTheme.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { Axes } from './Axes.tsx'
import type { Drawing } from './drawing.ts'
import { FutureLayer } from './FutureLayer.tsx'
import { createGrounds } from './grounds.ts'
import { GroundLayer } from './GroundLayer.tsx'
import { MapWords } from './MapWords.tsx'
import { fitView } from './mapView.ts'
import { createNames } from './names.ts'
import { PastLayer } from './PastLayer.tsx'
import type { Reach } from './pointing.ts'
import { createScenes, groundKey, type MapOptions, poseKey } from './scene.ts'
import { StartHandle } from './StartHandle.tsx'
import { onceLoaded } from '../drawing/onceLoaded.ts'
import { useFonts } from '../drawing/useFonts.ts'
import { useSize } from '../drawing/useSize.ts'
import './map.css'

/** Asked for at once; the first picture does not wait for it. */
const pointing = import('./pointing.ts')

/** The surface from above with the runs on it. Fills its parent. */
export function SurfaceMap({ isPlain = false, isFixed = false }: Partial<MapOptions>) {
  const lab = useLab()
  const theme = useTheme()
  const fonts = useFonts()
  const frame = useRef<HTMLDivElement>(null)
  const size = useSize(frame)
  const [names] = useState(createNames)
  const [hovered, setHovered] = useState<string>()
  const [isDragged, setDragged] = useState(false)
  const [fine, setFine] = useState(0)
  const [grounds] = useState(() => createGrounds(() => setFine((n) => n + 1)))
  const [scenes] = useState(() => createScenes({ isPlain, isFixed }))
  const ground = useLabState(groundKey)
  const view = useMemo(() => {
    const { domain } = poseKey(ground)
    return size && size.width > 0 ? { ...fitView(domain, size.width, size.height), own: domain } : undefined
  }, [ground, size])

  useEffect(() => {
    if (view) lab.setState({ frame: view.domain })
  }, [lab, view])

  // A new object tells the layers to draw: in other colours, other faces, on a finer ground.
  const drawing = useMemo<Drawing>(
    () => ({
      grounds,
      theme,
      sceneOf: (state, box) => scenes(state, box, theme, isDragged, fonts),
      fine,
    }),
    [grounds, scenes, theme, fonts, isDragged, fine],
  )

  useEffect(() => () => grounds.dispose(), [grounds])
  // Listeners outlive what they reach: a drag goes on while the map changes under it.
  const reach = useRef<() => Reach | undefined>(() => undefined)
  useEffect(() => {
    reach.current = () => {
      if (!size || !view) return undefined
      return { view, racers: () => drawing.sceneOf(lab.getState(), size).racers, names }
    }
  })
  useEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const onDrag = () => setDragged(true)
    return onceLoaded(pointing, ({ listenToPointer }) =>
      listenToPointer(element, { lab, reach: () => reach.current(), onHover: setHovered, onDrag, isFixed }),
    )
  }, [lab, isFixed])

  return (
    <div className={isPlain ? 'map plain' : 'map'}>
      <div className="map-frame" ref={frame}>
        <GroundLayer drawing={drawing} />
        <FutureLayer drawing={drawing} />
        <PastLayer drawing={drawing} names={names} hovered={hovered} />
        <MapWords />
        {view && !isFixed && <StartHandle view={view} domain={view.own} />}
      </div>
      {view && !isPlain && <Axes view={view} />}
    </div>
  )
}
