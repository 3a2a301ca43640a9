import { expect, test } from 'vitest'
import { fileOf } from '../../engine/datasets/datasets.fixture.ts'
import { digits } from '../../engine/datasets/digits.ts'
import { networkOpening } from '../../engine/experiment/networks.ts'
import { parsed } from '../../engine/experiment/opening.ts'
import { files } from '../lab/files.ts'
import { createLab } from '../lab/lab.ts'
import type { Theme } from '../drawing/theme.ts'
import { createInsides } from './insides.ts'
import { createScenes } from './scene.ts'

test('a scene that was made before its file was there has the points once it is', () => {
  const experiment = parsed({
    ...networkOpening(),
    problem: { kind: 'network', data: { kind: 'digits' } },
  })
  const lab = createLab(experiment)
  const sceneOf = createScenes(createInsides(lab, () => {}))
  const theme: Theme = { shade: 'light', colours: {} as Theme['colours'], sans: '', serif: '' }
  expect(sceneOf(lab.getState(), theme).scenery.points).toBeUndefined()
  const bytes = fileOf(digits)
  if (!digits.file || !bytes) throw new Error('digits come from a file')
  files[digits.file.path] = bytes
  lab.setState({ computation: { experiment, traces: [], step: 0 } })
  expect(sceneOf(lab.getState(), theme).scenery.points?.train.count).toBeGreaterThan(0)
})
