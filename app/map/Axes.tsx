import { ticks } from 'd3-array'
import { plain, tick } from '../drawing/format.ts'
import type { MapView } from './mapView.ts'

/** Px from the frame's edge within which the name of the axis stands. */
const NAME = 24

/** Ticks and names of both axes, outside the frame. The map's label says the same, so this is not read out. */
export function Axes({ view: { width, height, domain, x, y } }: { view: MapView }) {
  const [xMin, xMax, yMin, yMax] = domain
  return (
    <svg className="map-axes" width={width} height={height} aria-hidden="true">
      {ticks(xMin, xMax, Math.max(2, width / 100))
        .filter((value) => x(value) < width - NAME)
        .map((value) => (
          <g key={value} transform={`translate(${x(value)},${height})`}>
            <line y1={0} y2={4} />
            <text y={16} textAnchor="middle">
              {plain(tick(value))}
            </text>
          </g>
        ))}
      {ticks(yMin, yMax, Math.max(2, height / 84))
        .filter((value) => y(value) > NAME && y(value) < height - 2)
        .map((value) => (
          <g key={value} transform={`translate(0,${y(value)})`}>
            <line x1={-4} x2={0} />
            <text x={-7} dy=".34em" textAnchor="end">
              {plain(tick(value))}
            </text>
          </g>
        ))}
      <text className="map-axis-name" x={width} y={height + 17} textAnchor="end">
        w<tspan dy="3">1</tspan>
      </text>
      <text className="map-axis-name" x={-7} y={10} textAnchor="end">
        w<tspan dy="3">2</tspan>
      </text>
    </svg>
  )
}
