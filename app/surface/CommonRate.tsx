import type { Run } from '../../engine/experiment/experiment.ts'
import { useLab } from '../lab/context.tsx'
import { ParameterScrub } from './ParameterScrub.tsx'
import { rateSpec, sameRate } from './rates.ts'

/** The one rate of all runs, as one of them has it. */
export function CommonRate({ of: { optimizer, hyperparameters } }: { of: Run }) {
  const lab = useLab()
  return (
    <ParameterScrub
      spec={rateSpec(optimizer)}
      label="learning rate of all"
      value={hyperparameters.learningRate as number}
      onChange={(value, final) => lab.edit(sameRate(value), final)}
    />
  )
}
