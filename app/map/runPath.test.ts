import { beforeAll, describe, expect, it, vi } from 'vitest'
import { makeLayout, makeTrace, reserve } from '../../engine/training/trace.ts'
import { fitView } from './mapView.ts'
import { makeRunPath, nearestStep } from './runPath.ts'

/** Node has no canvas: this one counts what is drawn. */
class Path {
  calls: [string, ...number[]][]
  constructor(other?: Path) {
    this.calls = [...(other?.calls ?? [])]
  }
  moveTo(...at: number[]) {
    this.calls.push(['moveTo', ...at])
  }
  lineTo(...at: number[]) {
    this.calls.push(['lineTo', ...at])
  }
  arc(...at: number[]) {
    this.calls.push(['arc', ...at])
  }
}
beforeAll(() => void vi.stubGlobal('Path2D', Path))

const view = fitView([0, 100, 0, 100], 100, 100)
function traceOf(points: readonly (readonly [number, number])[]) {
  const trace = makeTrace(makeLayout({ loss: 1, w: 2 }))
  reserve(trace, points.length)
  for (const [k, [x, y]] of points.entries()) trace.rows.set([0, x, y], 3 * k)
  trace.length = points.length
  return trace
}
const count = (path: unknown, name: string) => (path as Path).calls.filter(([call]) => call === name).length

describe('the path of a run', () => {
  it('inks up to a step, forwards and backwards', () => {
    const path = makeRunPath(traceOf(Array.from({ length: 9 }, (_, k) => [10 + 8 * k, 50])), view)
    expect(count(path.inkedTo(3).line, 'lineTo')).toBe(3)
    expect(count(path.inkedTo(8).line, 'lineTo')).toBe(8)
    expect(count(path.inkedTo(2).dots, 'arc')).toBe(2)
    expect(count(path.whole, 'lineTo')).toBe(8)
  })

  it('grows with its trace', () => {
    const trace = traceOf(Array.from({ length: 30 }, (_, k) => [10 + 2 * k, 50]))
    trace.length = 10
    const path = makeRunPath(trace, view)
    expect(count(path.inkedTo(29).line, 'lineTo')).toBe(9)
    trace.length = 30
    path.grow()
    expect(path.length).toBe(30)
    expect(count(path.inkedTo(29).line, 'lineTo')).toBe(29)
  })

  it('draws every swing of a run that leaves again and again', () => {
    const swings = Array.from({ length: 40 }, (_, k) => [2 * k, k % 2 ? 50 + 60 * k : 50 - 60 * k] as const)
    const path = makeRunPath(traceOf([...swings, [50, 50]]), view)
    expect(path.segments).toHaveLength(40)
  })

  it('leaves no gaps in a slow crawl', () => {
    const path = makeRunPath(traceOf(Array.from({ length: 200 }, (_, k) => [10 + 0.4 * k, 50])), view)
    expect(path.segments).toHaveLength(199)
  })

  it('stays drawable however long a run wanders about one place', () => {
    const wander = Array.from(
      { length: 20_000 },
      (_, k) => [50 + 20 * Math.sin(k * k), 50 + 20 * Math.cos(7 * k * k)] as const,
    )
    const path = makeRunPath(traceOf(wander), view)
    expect(path.segments.length).toBeLessThan(1000)
  })

  it('draws a jump between two points once, however often it is made', () => {
    const path = makeRunPath(traceOf(Array.from({ length: 1000 }, (_, k) => [k % 2 ? 20 : 60, 50])), view)
    expect(path.segments).toHaveLength(1)
    expect(count(path.inkedTo(999).dots, 'arc')).toBeLessThan(4)
  })

  it('ends where it leaves for good, and never draws far outside', () => {
    const path = makeRunPath(
      traceOf([
        [50, 50],
        [60, 40],
        [-1e6, 1e9],
        [1e300, -1e300],
      ]),
      view,
    )
    expect(path.exit?.step).toBe(2)
    expect(path.end).toBe(2)
    const drawn = (path.whole as unknown as Path).calls.flatMap(([, ...at]) => at)
    expect(Math.max(...drawn.map(Math.abs))).toBeLessThan(200)
  })

  it('finds the nearest recorded step', () => {
    const path = makeRunPath(
      traceOf([
        [10, 50],
        [40, 50],
        [80, 50],
      ]),
      view,
    )
    const { step, distance } = nearestStep(path, 45, 52)
    expect(step).toBe(1)
    expect(distance).toBeCloseTo(Math.hypot(5, 2), 9)
  })
})
