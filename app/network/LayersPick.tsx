import type { NetworkProblem } from '../../engine/experiment/experiment.ts'
import { networkFields } from '../../engine/experiment/networkFields.ts'
import { activations, initializers } from '../../engine/network/index.ts'
import { defaults } from '../../engine/parameters.ts'
import { Pick } from '../controls/Pick.tsx'
import { Popover } from '../controls/Popover.tsx'
import { Controls } from '../surface/ParameterRows.tsx'
import { useLab } from '../lab/context.tsx'
import { LayersRows } from './LayersRows.tsx'
import { setHidden, setProblem } from './networkEdits.ts'

const activationOptions = Object.entries(networkFields.activation.options).map(([value, label]) => ({
  value,
  label,
}))

/** "16–16 tanh": opens what a network begins with, its layers, their activation and their first weights. */
export function LayersPick({ problem: { hidden, activation, initializer } }: { problem: NetworkProblem }) {
  const lab = useLab()
  const set = (next: readonly number[], final = true) => lab.edit(setHidden(next), final)
  return (
    <Popover
      className="pick"
      label="layers"
      panel={
        <span className="layers-panel">
          <LayersRows hidden={hidden} onChange={set} />
          <span className="layers-row">
            <span>activation</span>
            <Pick
              label="activation"
              value={activation}
              options={activationOptions}
              onChange={(value) => lab.edit(setProblem({ activation: value }))}
            />
          </span>
          <span className="layers-row">
            <span>first weights</span>
            <Pick
              label="first weights"
              value={initializer.kind}
              options={Object.values(initializers).map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(kind) =>
                lab.edit(setProblem({ initializer: { ...defaults(initializers[kind].parameters), kind } }))
              }
            />
          </span>
          <span className="run-panel">
            <Controls
              parameters={initializers[initializer.kind].parameters}
              values={initializer}
              onChange={(name, value, final) =>
                lab.edit(setProblem({ initializer: { ...initializer, [name]: value } }), final)
              }
            />
          </span>
        </span>
      }
    >
      <span className="shown">
        {hidden.length > 0 ? `${hidden.join('–')} ${activations[activation].name}` : 'single-layer'}
      </span>
    </Popover>
  )
}
