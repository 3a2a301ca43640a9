import { datasetOf, features } from '../../engine/datasets/index.ts'
import { fields } from '../../engine/experiment/fields.ts'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { networkFields } from '../../engine/experiment/networkFields.ts'
import type { Value } from '../../engine/parameters.ts'
import { Toggle } from '../controls/Toggle.tsx'
import { useLab, useLabState } from '../lab/context.tsx'
import { setSeed, setSteps } from '../surface/edits.ts'
import { Control, Controls } from '../surface/ParameterRows.tsx'
import { Credit } from './Credit.tsx'
import { setDataParameter, setFeature, setProblem } from './networkEdits.ts'

const { labelNoise, validation, test, order } = networkFields

/** What of the data and the training the sentence has no room for. */
export default function DataDetails() {
  const lab = useLab()
  const problem = useLabState(({ experiment }) => networkOf(experiment))
  const steps = useLabState(({ experiment }) => experiment.steps)
  const seed = useLabState(({ experiment }) => experiment.seed)
  const { data } = problem
  const { parameters, task, inputs } = datasetOf(problem)
  const { noise: _, ...others } = parameters
  const shared = { ...(task !== 'regression' && { labelNoise }), validation, test, order }
  return (
    <div className="run-panel">
      <Controls
        parameters={others}
        values={data}
        onChange={(name, value, final) => lab.edit(setDataParameter(name, value as number), final)}
      />
      <Controls
        parameters={shared}
        values={problem as unknown as Record<string, Value>}
        onChange={(name, value, final) => lab.edit(setProblem({ [name]: value }), final)}
      />
      {inputs.length === 2 && (
        <fieldset className="features">
          <legend>inputs of the network</legend>
          {Object.values(features).map(({ id, name }) => (
            <Toggle
              key={id}
              checked={problem.features.includes(id)}
              onChange={(on) => lab.edit(setFeature(id, on))}
            >
              {name}
            </Toggle>
          ))}
        </fieldset>
      )}
      <Control
        spec={fields.steps}
        value={steps}
        onChange={(value, final) => lab.edit(setSteps(value as number), final)}
      />
      <Control
        spec={{ ...fields.seed, label: 'seed of data, first weights, batches, masks' }}
        value={seed}
        onChange={(value, final) => lab.edit(setSeed(value as number), final)}
      />
      <button type="button" className="link" onClick={() => lab.edit(setSeed(seed + 1))}>
        new seed
      </button>
      <Credit whole />
    </div>
  )
}
