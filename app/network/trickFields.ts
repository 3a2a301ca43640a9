import type { Dataset } from '../../engine/dataset.ts'
import { augmentations } from '../../engine/datasets/index.ts'
import { batchNormFields, dropoutFields, networkFields } from '../../engine/experiment/networkFields.ts'
import { initializers } from '../../engine/network/index.ts'
import type { RunField } from '../surface/runFields.ts'
import { augmentationsFor, switchOf } from './switches.ts'

/** The tricks in which runs may differ, from the start or from a step on. */
export function trickFields(dataset: Dataset, validation: number): RunField[] {
  const { none } = augmentations
  const suitable = augmentationsFor(dataset)
  const fields: RunField[] = [
    { path: 'problem.batchNorm', label: 'batch norm', parameters: batchNormFields },
    { path: 'problem.dropout', label: 'dropout', parameters: dropoutFields },
    { path: 'problem.l2', label: networkFields.l2.label, spec: networkFields.l2 },
    { path: 'problem.l1', label: networkFields.l1.label, spec: networkFields.l1 },
    ...(Object.keys(suitable).length > 0
      ? [{ path: 'problem.augmentation', label: 'augmentation', registry: { none, ...suitable } }]
      : []),
    ...(validation > 0
      ? [
          {
            path: 'problem.patience',
            label: 'early stopping',
            spec: { ...networkFields.patience, label: 'patience' },
          },
        ]
      : []),
  ]
  return fields.map((field) => ({ ...field, other: otherWay(field.path, dataset) }))
}

/** The other way round: off where it is on. */
function otherWay(path: string, dataset: Dataset): (value: never) => unknown {
  const trick = switchOf(path)
  return (value) => (trick?.isOn(value) ? trick.off(value) : trick?.on(value, dataset))
}

/** What a network begins with, besides its layers: these differ from the start or not at all. */
export const shapeFields = ({ task }: Dataset): RunField[] => [
  { path: 'problem.activation', label: 'activation', spec: networkFields.activation },
  { path: 'problem.initializer', label: 'first weights', registry: initializers },
  ...(task === 'regression'
    ? []
    : [{ path: 'problem.divergence', label: 'divergence', spec: networkFields.divergence }]),
]
