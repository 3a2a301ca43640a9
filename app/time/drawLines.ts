import { isTraced } from '../drawing/exposure.ts'
import { colourOf } from '../drawing/palette.ts'
import type { LabState } from '../lab/lab.ts'
import { type Context, dim, FUTURE, GHOST, type Look } from './look.ts'
import { dotsOf, type Line, type Scene } from './scene.ts'

/** Dots are paler than lines, or they would hide them. */
const DOTS = { past: 0.55, future: 0.2 }
/** While the start is dragged lines are a pixel wide, a third of the work of any wider one, and of as much ink. */
const DRAFT = { width: 1, strength: 0.42 }
/** A line reaches a little beyond its plot, so that its ends are whole. */
const EDGE = 2

/** The run in focus lies on top. */
export const ordered = (lines: readonly Line[], focus: string): readonly Line[] => [
  ...lines.filter(({ run }) => run.id !== focus),
  ...lines.filter(({ run }) => run.id === focus),
]

interface Stretch {
  /** Px of the plots. */
  from: number
  to: number
  when: 'past' | 'future'
}

/** The lines of all plots between two places, inked or pale. */
function strokeAll(
  context: Context,
  { plots, steps, arrangement }: Scene,
  state: LabState,
  { theme, ghosts = [] }: Look,
  stretch: Stretch,
) {
  const { from, to, when } = stretch
  const { focus, drafting } = state
  const paleness = when === 'past' ? 1 : drafting ? DRAFT.strength : FUTURE
  for (const plot of plots) {
    const { top, height } = plot
    const strength = dim(plot, state)
    const lines = ordered(plot.lines, focus)
    context.save()
    context.translate(arrangement.left, top)
    context.beginPath()
    context.rect(from, -EDGE, to - from, height + 2 * EDGE)
    context.clip()
    context.lineJoin = 'round'
    const dots = drafting ? undefined : dotsOf(plot, focus, steps)
    const own = lines.at(-1)
    if (dots && own) {
      context.fillStyle = colourOf(own.style, theme)
      context.globalAlpha = DOTS[when] * strength
      context.fill(dots)
    }
    for (const { style, path, run } of lines) {
      context.globalAlpha = paleness * strength * (ghosts.includes(run.id) ? GHOST : 1)
      context.strokeStyle = colourOf(style, theme)
      context.lineWidth = drafting
        ? DRAFT.width
        : style.width * (height > 100 ? 1 : 0.85) * (run.id === focus ? 1.12 : 1)
      context.setLineDash(drafting ? [] : (style.dash as number[]))
      context.stroke(path)
    }
    context.restore()
  }
}

/**
 * Draws the lines, inked up to the cursor at `x` and pale after it. While only the cursor moves, both are taken from
 * two pictures of all lines, so that a frame costs the same however many runs and steps there are.
 */
export function makeLineDrawer() {
  let known: readonly unknown[] = []
  let isDeveloped = false
  let pictures: Record<Stretch['when'], HTMLCanvasElement> | undefined

  function develop(context: Context, scene: Scene, state: LabState, look: Look, ratio: number) {
    const { width, height } = context.canvas
    const make = (when: Stretch['when']) => {
      const canvas = pictures?.[when] ?? document.createElement('canvas')
      canvas.width = width
      canvas.height = height
      const own = canvas.getContext('2d')
      own?.setTransform(ratio, 0, 0, ratio, 0, 0)
      if (own) strokeAll(own, scene, state, look, { from: -EDGE, to: scene.arrangement.plot + EDGE, when })
      return canvas
    }
    return { past: make('past'), future: make('future') }
  }

  return (context: Context, scene: Scene, state: LabState, look: Look, x: number): void => {
    const { width, height } = context.canvas
    const ratio = context.getTransform().a
    const { theme, ghosts } = look
    const wash = state.hovered ?? state.pinned
    const now = [scene, state.focus, wash, state.drafting, theme, ghosts, width, height]
    const isKnown = now.every((value, i) => Object.is(value, known[i]))
    if (!isKnown || isTraced()) {
      // Data in motion: what is drawn once needs no picture.
      known = now
      isDeveloped = false
      // While the start is dragged all is to come, as on the map: one stroke a line, and a frame is kept.
      const edge = state.drafting ? -EDGE : Math.max(-EDGE, Math.min(scene.arrangement.plot + EDGE, x))
      if (!state.veiled)
        strokeAll(context, scene, state, look, {
          from: edge,
          to: scene.arrangement.plot + EDGE,
          when: 'future',
        })
      if (edge > -EDGE) strokeAll(context, scene, state, look, { from: -EDGE, to: edge, when: 'past' })
      return
    }
    if (!isDeveloped) {
      pictures = develop(context, scene, state, look, ratio)
      isDeveloped = true
    }
    if (!pictures) return
    const cut = Math.max(0, Math.min(width, Math.round((scene.arrangement.left + x) * ratio)))
    context.save()
    context.setTransform(1, 0, 0, 1, 0, 0)
    if (cut > 0) context.drawImage(pictures.past, 0, 0, cut, height, 0, 0, cut, height)
    if (cut < width && !state.veiled)
      context.drawImage(pictures.future, cut, 0, width - cut, height, cut, 0, width - cut, height)
    context.restore()
  }
}
