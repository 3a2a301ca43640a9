import { drawNumber, tick } from '../../drawing/format.ts'
import type { Size } from '../../drawing/Layer.tsx'
import { place } from '../../time/axis.ts'
import { hidesScales } from '../../lab/lab.ts'
import { stepsShown, toX } from '../../time/steps.ts'
import { evaluations, lastAt } from '../evaluations.ts'
import { runAt } from '../tricks.ts'
import { drawFlagWords, flagPlaces } from './flagPlaces.ts'
import { drawCursor, drawStill } from './lines.ts'
import { drawPast } from './past.ts'
import { type Placed, placeSeries } from './scale.ts'
import type { Series } from './series.ts'
import { defineRow } from '../row.ts'
import type { Scene } from '../scene.ts'

const HEIGHT = 100

/** What lines are made of. */
const linesOf = ({ state, theme }: Scene) => {
  const { computation, revision, hidden, window, experiment } = state
  return [computation, revision, hidden, window, experiment, theme]
}

/** Lines are placed once for all columns, which are of one size, and again when rows have come. */
const makePlace = (series: Series) => {
  let known: readonly unknown[] = []
  let own: Placed | undefined
  return (scene: Scene, size: Size | undefined): Placed => {
    const { width, height } = size ?? own ?? { width: 0, height: HEIGHT }
    const now = [...linesOf(scene), width, height]
    if (!own || now.some((value, i) => !Object.is(value, known[i])))
      own = placeSeries(series, scene, width, height)
    known = now
    return own
  }
}
type Place = ReturnType<typeof makePlace>

/** A run's lines over the steps, with those of the others behind them. */
export const seriesRow = (series: Series) => {
  const at = makePlace(series)
  const ownOf = ({ curves }: Placed, index: number) => curves.find(({ view }) => view.index === index)
  return defineRow<Place>({
    id: 'divergence',
    title: series.title,
    height: HEIGHT,
    gap: 22,
    parts: [],
    share: () => at,
    watch(view, scene, placed) {
      const { state } = scene
      const { width } = placed(scene, undefined)
      return [
        ...linesOf(scene),
        // The cursor to half a px, and what stands beside it.
        Math.round(2 * toX(stepsShown(state, width), state.step)),
        view.isOver,
        series.limit?.(runAt(scene.experiment, view.run, state.step))?.value,
        ...series.lines.map(
          ({ channel }) => view.trace && lastAt(evaluations(view.trace, channel), state.step),
        ),
      ]
    },
    still: {
      over: false,
      watch: (_view, scene) => [...linesOf(scene), scene.state.veiled, hidesScales(scene.state)],
      draw(context, view, scene, placed, cell) {
        const lines = placed(scene, cell)
        const own = ownOf(lines, view.index)
        if (own) drawStill(context, own, lines, scene, cell)
      },
    },
    draw(context, view, scene, placed, cell) {
      const lines = placed(scene, cell)
      const own = ownOf(lines, view.index)
      if (!own) return
      const x = toX(stepsShown(scene.state, cell.width), scene.state.step)
      drawPast(context, own, x, cell)
      const flags = flagPlaces(own, scene, cell)
      drawFlagWords(context, flags, scene)
      drawCursor(context, own, lines, flags, scene, cell)
    },
    gutterKey(placed, scene) {
      const { axis, height, ticks } = placed(scene, undefined)
      return [axis.low, axis.high, height, hidesScales(scene.state), ...ticks].join()
    },
    gutter(context, scene, placed, { width, height }) {
      const { axis, ticks } = placed(scene, undefined)
      context.fillStyle = scene.theme.colours['ink-2']
      context.textBaseline = 'middle'
      for (const value of hidesScales(scene.state) ? [] : ticks) {
        const y = place(axis, height, value)
        drawNumber(context, series.scale === 'share' ? series.shown(value) : tick(value), width - 4, y, {
          size: 11,
          family: scene.theme.sans,
          align: 'right',
        })
      }
    },
  })
}
