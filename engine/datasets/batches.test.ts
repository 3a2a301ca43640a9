import { describe, expect, it } from 'vitest'
import { createBatches, type Examples } from './index.ts'

const examples = (count: number, classes = 3): Examples => ({
  count,
  rows: new Int32Array(count),
  points: new Float64Array(count),
  x: new Float64Array(count),
  d: Float64Array.from({ length: count }, (_, i) => -i),
  labels: classes > 0 ? Int32Array.from({ length: count }, (_, i) => i % classes) : new Int32Array(),
  wrong: new Uint8Array(count),
})
const inOrder = (rows: Iterable<number>) => [...rows].sort((a, b) => a - b)

describe.each(['shuffled', 'sequential', 'sorted'] as const)('%s batches', (order) => {
  it.each([
    [200, 20, 10, 20],
    [80, 3, 27, 3],
    [201, 20, 10, 21],
    [202, 20, 11, 20],
    [3, 2, 1, 3],
    [5, 1, 5, 1],
    [20, 0, 1, 20],
    [20, 50, 1, 20],
    [1, 1, 1, 1],
  ])(
    '%d examples by %d: %d batches of at most %d, each example once an epoch',
    (count, size, perEpoch, largest) => {
      const batches = createBatches(examples(count), size, order, 1)
      expect([batches.perEpoch, batches.largest]).toEqual([perEpoch, largest])
      for (let epoch = 0; epoch < 3; epoch++) {
        const seen: number[] = []
        for (let i = 1; i <= perEpoch; i++) {
          const k = epoch * perEpoch + i
          const rows = batches.batchRows(k)
          expect(batches.epochOf(k)).toBe(epoch)
          expect(rows.length).toBeGreaterThanOrEqual(Math.min(2, size || 2, count))
          expect(rows.length).toBeLessThanOrEqual(largest)
          seen.push(...rows)
        }
        expect(inOrder(seen)).toEqual(Array.from({ length: count }, (_, i) => i))
      }
    },
  )

  it('are the same whatever was asked before, and allocate nothing', () => {
    const batches = createBatches(examples(50), 8, order, 1)
    const forward = Array.from({ length: 40 }, (_, i) => [...batches.batchRows(i + 1)])
    const other = createBatches(examples(50), 8, order, 1)
    for (let k = 40; k >= 1; k--) expect([...other.batchRows(k)]).toEqual(forward[k - 1])
    expect([...other.batchRows(17)]).toEqual(forward[16])
    expect(other.batchRows(17)).toBe(other.batchRows(17 + other.perEpoch))
  })

  it('of all examples keep their order, so that no bit depends on it', () => {
    for (const size of [0, 50, 60])
      expect([...createBatches(examples(50), size, order, 1).batchRows(3)]).toEqual(
        Array.from({ length: 50 }, (_, i) => i),
      )
  })
})

describe('the order', () => {
  it('is another in each epoch and for each seed when shuffled, the same for ever', () => {
    const rows = (seed: number, k: number) => [
      ...createBatches(examples(20), 10, 'shuffled', seed).batchRows(k),
    ]
    expect(rows(1, 1)).toEqual([4, 3, 12, 6, 2, 8, 1, 11, 7, 0])
    expect(rows(1, 3)).not.toEqual(rows(1, 1))
    expect(rows(2, 1)).not.toEqual(rows(1, 1))
  })

  it('reaches every place with every row when shuffled', () => {
    const places = new Set<string>()
    const batches = createBatches(examples(10), 5, 'shuffled', 1)
    for (let k = 1; k <= 400; k++)
      batches.batchRows(k).forEach((row, i) => places.add(`${row} ${5 * ((k - 1) % 2) + i}`))
    expect(places.size).toBe(100)
  })

  it('goes by class, or by target, when sorted', () => {
    const classes = createBatches(examples(60), 20, 'sorted', 1)
    for (const k of [1, 2, 3]) for (const row of classes.batchRows(k)) expect(row % 3).toBe(k - 1)
    const [first] = createBatches(examples(60, 0), 20, 'sorted', 1).batchRows(1)
    expect(first).toBe(59)
  })

  it('is that of the rows when sequential', () => {
    expect([...createBatches(examples(60), 20, 'sequential', 1).batchRows(5)][0]).toBe(20)
  })
})
