import { layersLimit, networkFields } from '../../engine/experiment/networkFields.ts'
import { ParameterScrub } from '../surface/ParameterScrub.tsx'

interface Props {
  /** Units of each hidden layer. */
  hidden: readonly number[]
  onChange: (hidden: readonly number[], final?: boolean) => void
}

/** The hidden layers of a network, a row each. */
export function LayersRows({ hidden, onChange }: Props) {
  return (
    <>
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
              onChange={(value, final) => onChange(hidden.with(layer, value), final)}
            />{' '}
            units
          </span>
          <button type="button" className="link" onClick={() => onChange(hidden.toSpliced(layer, 1))}>
            take out
          </button>
        </span>
      ))}
      <button
        type="button"
        className="link"
        disabled={hidden.length >= layersLimit}
        onClick={() => onChange([...hidden, hidden.at(-1) ?? networkFields.units.default])}
      >
        add a layer
      </button>
    </>
  )
}
