import { useEffect, useRef, useState } from 'react'
import type { LabState } from '../lab/lab.ts'
import { onExposure, pixelRatio, trace } from './exposure.ts'
import { useWatch } from './useWatch.ts'

export interface Size {
  width: number
  height: number
}
interface Props {
  /** Draws the whole layer in CSS pixels on a cleared canvas. Pure: all it needs comes from the state. */
  draw: (context: CanvasRenderingContext2D, state: LabState, size: Size) => void
  /** What the drawing depends on; it is redrawn when an entry changes. */
  watch: (state: LabState) => readonly unknown[]
  /** While another layer draws what is on this one, it is hidden: a browser copies every canvas in every frame. */
  isIdle?: (state: LabState) => boolean
  className?: string
}

const never = () => false

/** A canvas that fills its parent, sharp on any screen, redrawn only when what it depends on has changed. */
export function Layer({ draw, watch, isIdle = never, className }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [size, setSize] = useState<Size & { ratio: number }>()

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element
      const ratio = pixelRatio()
      setSize((old) =>
        old?.width === width && old.height === height && old.ratio === ratio ? old : { width, height, ratio },
      )
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    const forget = onExposure(measure)
    return () => {
      observer.disconnect()
      forget()
    }
  }, [])

  useWatch(
    (state) => (isIdle(state) ? [] : watch(state)),
    (state) => {
      const element = canvas.current
      const context = element?.getContext('2d')
      if (!element || !context || !size || size.width === 0) return
      const { width, height, ratio } = size
      const pixelWidth = Math.round(width * ratio)
      const pixelHeight = Math.round(height * ratio)
      if (element.width !== pixelWidth || element.height !== pixelHeight) {
        element.width = pixelWidth
        element.height = pixelHeight
      }
      context.setTransform(ratio, 0, 0, ratio, 0, 0)
      context.clearRect(0, 0, width, height)
      element.style.visibility = isIdle(state) ? 'hidden' : ''
      if (isIdle(state)) return
      draw(context, state, size)
      trace(element, (tracing) => draw(tracing, state, size))
    },
  )

  return <canvas ref={canvas} className={`layer ${className ?? ''}`} aria-hidden="true" />
}
