import { useEffect, useRef } from 'react'
import '../element/main.ts'
import type { OptimizerLab } from '../element/OptimizerLab.ts'
import { useSize } from '../drawing/useSize.ts'

/** Px that what is at an address needs at the width that was set. */
export interface Asked {
  address: string
  height: number
}

interface Props {
  address: string
  title: string
  /** Px of the page that it is for; shown smaller where there is less room. */
  width: number
  onHeight: (asked: Asked) => void
  /** What draws it as a picture. */
  onElement: (element: OptimizerLab) => void
}

/** Ms for which an address has to stay, so that not every letter of a title loads a page. */
const PAUSE = 250

/** The figure as another page will show it, by the element that other pages take. */
export function Preview({ address, title, width, onHeight, onElement }: Props) {
  const room = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(room)
  useEffect(() => {
    const show = () => {
      const element = document.createElement('optimizer-lab')
      element.setAttribute('src', address)
      element.setAttribute('label', `Preview: ${title}`)
      element.setAttribute('eager', '')
      element.addEventListener('optlab-size', (event) =>
        onHeight({ address, height: (event as CustomEvent<{ height: number }>).detail.height }),
      )
      onElement(element)
      box.current?.replaceChildren(element)
    }
    const timer = setTimeout(show, PAUSE)
    return () => clearTimeout(timer)
  }, [address, title, onHeight, onElement])
  const scale = Math.min(1, ((size?.width ?? width) - 2) / width)
  return (
    <div ref={room} className="preview">
      <div ref={box} style={{ width, zoom: scale }} />
    </div>
  )
}
