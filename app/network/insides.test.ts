import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Probe } from '../../engine/training/insides.ts'
import { networkOpening } from '../../engine/experiment/networks.ts'
import { createLab } from '../lab/lab.ts'
import { createInsides } from './insides.ts'

/** Frames are drawn when the test says so. */
let frames: (() => void)[] = []
const frame = () => {
  const due = frames
  frames = []
  for (const run of due) run()
}
afterEach(frame)
beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run))
})

function watched() {
  const experiment = networkOpening()
  const lab = createLab(experiment)
  const asked: Probe[] = []
  let time = 0
  const insides = createInsides(
    lab,
    (probe) => asked.push(probe),
    () => time,
  )
  insides.follow()
  const compute = (step: number) => lab.setState({ computation: { experiment, traces: [], step } })
  const answer = (more: object = {}) => insides.receive({ experiment, runs: [{ run: 0, step: 1, ...more }] })
  return { lab, insides, asked, compute, answer, wait: (ms: number) => void (time += ms) }
}

describe('insides', () => {
  it('are asked for once, for what is on screen, where rows have come', () => {
    const { lab, insides, asked, compute } = watched()
    insides.wish({ runs: [0, 2] })
    const stop = insides.show(['map'])
    insides.show(['state', 'map'])
    frame()
    expect(asked).toEqual([])
    compute(400)
    frame()
    expect(asked).toMatchObject([{ step: 0, runs: [0, 2], parts: ['map', 'state'] }])
    lab.setState({})
    frame()
    expect(asked).toHaveLength(1)
    stop()
  })
  it('wait for the answer before, and keep parts that were not asked for again', () => {
    const { lab, insides, asked, compute, answer } = watched()
    insides.wish({ runs: [0] })
    const stop = insides.show(['batch'])
    compute(400)
    frame()
    lab.setState({ step: 5 })
    frame()
    expect(asked).toHaveLength(1)
    answer({ batch: { rows: new Int32Array(), layers: [] } })
    expect(insides.version(['batch'])).toBe(1)
    frame()
    expect(asked.at(-1)?.step).toBe(5)
    // Step 0 has no batch: what was there of another step is gone.
    answer()
    expect(insides.of(0)?.batch).toBeUndefined()
    stop()
    insides.show(['map'])
    frame()
    answer({ map: new Float32Array(4) })
    expect(insides.of(0)?.map).toHaveLength(4)
  })
  it('are asked for less often while it plays, and once more when it stops', () => {
    const { lab, insides, asked, compute, answer, wait } = watched()
    insides.wish({ runs: [0] })
    insides.show(['map', 'neurons'])
    compute(400)
    lab.setState({ playing: true })
    for (let step = 1; step <= 12; step++) {
      lab.setState({ step })
      frame()
      answer()
      wait(16)
    }
    const times = (part: string) => asked.filter(({ parts }) => parts.includes(part as 'map')).length
    expect(times('map')).toBe(6)
    expect(times('neurons')).toBe(3)
    lab.setState({ playing: false })
    frame()
    expect(asked.at(-1)).toMatchObject({ step: 12 })
  })
  it('take turns with a parameter that is followed, of runs that need not be on screen', () => {
    const { lab, insides, asked, compute, answer } = watched()
    insides.wish({ runs: [1] })
    insides.show(['map'])
    const follow = { index: 7, from: [0, 0], to: 400 }
    insides.trace({ runs: [0, 1], follow })
    compute(400)
    for (let step = 1; step <= 4; step++) {
      lab.setState({ step })
      frame()
      answer()
    }
    const map = { runs: [1], parts: ['map'] }
    const series = { runs: [0, 1], parts: ['series'], follow }
    expect(asked).toMatchObject([series, map, series, map])
    insides.trace(undefined)
    frame()
    expect(asked).toHaveLength(4)
  })
  it('forget the runs of another experiment', () => {
    const { insides, compute, answer } = watched()
    insides.wish({ runs: [0] })
    insides.show(['map'])
    compute(400)
    frame()
    answer({ map: new Float32Array(4) })
    const other = networkOpening()
    insides.receive({ experiment: other, runs: [{ run: 1, step: 0 }] })
    expect(insides.of(0)).toBeUndefined()
    expect(insides.experiment()).toBe(other)
  })
})
