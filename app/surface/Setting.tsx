import type { Run } from '../../engine/experiment/experiment.ts'
import type { NumberParameter } from '../../engine/parameters.ts'
import { setting } from '../drawing/format.ts'
import { Numeral } from '../drawing/Numeral.tsx'
import { useLab } from '../lab/context.tsx'
import { runName } from '../../engine/experiment/runName.ts'
import { Letter } from './Letter.tsx'
import { ParameterScrub } from './ParameterScrub.tsx'
import { setHyperparameter } from './edits.ts'

interface Props {
  run: Run
  /** Of the hyperparameter. */
  name: string
  spec: NumberParameter
  /** To be read only. */
  isFixed?: boolean
}

/** One number of a run: η 0.1. */
export function Setting({ run, name, spec, isFixed = false }: Props) {
  const lab = useLab()
  const value = run.hyperparameters[name] as number
  return (
    <span className="setting">
      <Letter tex={spec.symbol} />{' '}
      {isFixed ? (
        <Numeral of={setting(value)} />
      ) : (
        <ParameterScrub
          spec={spec}
          label={`${spec.label} of ${runName(run)}`}
          value={value}
          onChange={(next, final) => lab.edit(setHyperparameter(run.id, name, next), final)}
        />
      )}
    </span>
  )
}
