import type { NetworkProblem } from '../../engine/experiment/experiment.ts'
import { layersLimit, networkFields } from '../../engine/experiment/networkFields.ts'
import { activations, initializers } from '../../engine/network/index.ts'
import { defaults } from '../../engine/parameters.ts'
import { Pick } from '../controls/Pick.tsx'
import { Popover } from '../controls/Popover.tsx'
import { useLab } from '../lab/context.tsx'
import { ParameterScrub } from '../surface/ParameterScrub.tsx'
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
          {hidden.map((units, layer) => (
            // Layers have no name but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={layer} className="layers-row">
              <span>
                layer {layer + 1}:{' '}
                <ParameterScrub
                  spec={networkFields.units}
                  label={`units of layer ${layer + 1}`}
                  value={units}
                  onChange={(value, final) => set(hidden.with(layer, value), final)}
                />{' '}
                units
              </span>
              <button type="button" className="link" onClick={() => set(hidden.toSpliced(layer, 1))}>
                take out
              </button>
            </span>
          ))}
          <button
            type="button"
            className="link"
            disabled={hidden.length >= layersLimit}
            onClick={() => set([...hidden, hidden.at(-1) ?? networkFields.units.default])}
          >
            add a layer
          </button>
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
        </span>
      }
    >
      <span className="shown">
        {hidden.length > 0 ? `${hidden.join('–')} ${activations[activation].name}` : 'single-layer'}
      </span>
    </Popover>
  )
}
