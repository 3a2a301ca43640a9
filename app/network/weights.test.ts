import { describe, expect, it } from 'vitest'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { parseText } from '../../engine/experiment/text.ts'
import '../../engine/experiment/networks.ts'
import { indexedPlaces, parameterPlaces } from '../../engine/network/index.ts'
import { flagsOf } from './flags.ts'
import { cellAt, cellOf, layOutHeat, weightOf } from './heat.ts'
import { architectureOf } from './scene.ts'
import { shapeOf } from './scenery.ts'
import { indexOf, offsetOf, weightAt, weightName, weightWords } from './weights.ts'

const experimentOf = (text: string) => {
  const parsed = parseText(text)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.experiment
}
const experiment = experimentOf(
  'data=moons&net=3-2&opt=adam,sgd&@5.adam.w9=.5&@7.freeze21=1&@9.adam.freeze21=0',
)
const problem = networkOf(experiment)
const shape = shapeOf(problem)
/** W and b of 2–3–2–1, then γ and β of both hidden layers. */
const COUNT = 6 + 3 + 6 + 2 + 2 + 1 + 6 + 4

describe('a parameter', () => {
  it('has one index and one name, with batch norm and without', () => {
    const names = new Set<string>()
    for (let index = 0; index < COUNT; index++) {
      const weight = weightAt(problem, shape, index)!
      expect(indexOf(problem, shape, weight)).toBe(index)
      names.add(weightName(weight))
      for (const batchNorm of [false, true]) {
        const architecture = architectureOf(problem, shape, batchNorm ? 'all' : 'none')
        const place = indexedPlaces(architecture).find(
          (one) => index >= one.index && index < one.index + one.rows * one.columns,
        )
        expect(offsetOf(parameterPlaces(architecture), weight)).toBe(
          place && place.offset + index - place.index,
        )
      }
    }
    expect(names.size).toBe(COUNT)
    expect(weightAt(problem, shape, COUNT)).toBeUndefined()
  })

  it('says what it joins', () => {
    const words = (index: number) => {
      const weight = weightAt(problem, shape, index)!
      return `${weightName(weight)}: ${weightWords(weight, ['x₁', 'x₂'])}`
    }
    expect(words(3)).toBe('w 2,2 of layer 1: from x₂ to neuron 2 of layer 1')
    expect(words(9)).toBe('w 1,1 of layer 2: from neuron 1 to neuron 1 of layer 2')
    expect(words(19)).toBe('b 1 of layer 3: bias of neuron 1 in layer 3')
    expect(words(20)).toBe('γ 1 of layer 1: of neuron 1 in layer 1, behind batch norm')
  })

  it('is named on the flags of the runs that it is changed in', () => {
    const words = experiment.runs.map((run) => flagsOf(experiment, run).map((flag) => flag.words))
    expect(words).toEqual([
      ['w 1,1 of layer 2 is 0.5', 'γ 2 of layer 1 frozen', 'γ 2 of layer 1 let go'],
      ['γ 2 of layer 1 frozen'],
    ])
  })
})

describe('cells', () => {
  const layout = layOutHeat(parameterPlaces(architectureOf(problem, shape, 'all')), 200, 60)
  const middle = ({ block, row, column }: NonNullable<ReturnType<typeof cellOf>>) =>
    [block.x + (column + 0.5) * layout.cell, (row + 0.5) * layout.cell] as const

  it('are found where they are drawn, each parameter in its own', () => {
    for (let index = 0; index < COUNT; index++) {
      const weight = weightAt(problem, shape, index)!
      const found = cellAt(layout, ...middle(cellOf(layout, weight)!), 0.1)!
      expect(weightOf(found.block, found.row, found.column)).toEqual(weight)
    }
  })

  it('are met by a press that is near, and no further', () => {
    const [first] = layout.blocks
    expect(cellAt(layout, first.x - 4, 5, 5)).toMatchObject({ block: first, row: 0, column: 0 })
    expect(cellAt(layout, first.x - 6, 5, 5)).toBeUndefined()
  })
})
