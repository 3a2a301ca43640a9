import { markerPath } from './markers.ts'
import type { Style } from './palette.ts'

/** A piece of a run's line with its marker, as it stands before the run's name. */
export function LineSample({ style, width = 34 }: { style: Style; width?: number }) {
  const { colour, dash, shape, fill } = style
  const solid = fill === 'solid'
  const outline = markerPath(shape, 4)
  return (
    <svg
      className="sample"
      width={width}
      height="12"
      viewBox={`${-width / 2} -6 ${width} 12`}
      // Where it is made narrower, it is cut down to the marker.
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <line
        x1={-width / 2}
        x2={width / 2}
        style={{ stroke: colour }}
        strokeWidth={style.width}
        strokeDasharray={dash.length ? dash.join(' ') : undefined}
      />
      <path
        d={outline}
        style={{ fill: solid ? colour : 'var(--halo)', stroke: solid ? 'var(--halo)' : colour }}
        strokeWidth="1.5"
        paintOrder="stroke"
      />
      {fill === 'dot' && <circle r="1.6" style={{ fill: colour }} />}
      {fill === 'half' && <path d={outline} style={{ fill: colour, clipPath: 'inset(0 50% 0 0)' }} />}
    </svg>
  )
}
