import { keyOf } from '../../../engine/experiment/textValues.ts'
import type { Parameter, Parameters } from '../../../engine/parameters.ts'
import { Allowed } from '../../controls/Allowed.tsx'
import { setting } from '../../drawing/format.ts'
import { Numeral } from '../../drawing/Numeral.tsx'
import { Letter } from '../../surface/Letter.tsx'

/** Every setting: its symbol, what it is, what it is at first, what it may be, and its name in a link. */
export const ParameterTable = ({ parameters }: { parameters: Parameters }) => (
  // Where it is wider than the page it is scrolled, by keys too.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className="table-frame" role="region" aria-label="Settings" tabIndex={0}>
    <table className="parameters">
      <thead>
        <tr>
          <th scope="col">Setting</th>
          <th scope="col">Default</th>
          <th scope="col">Allowed</th>
          <th scope="col">In a link</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(parameters).map(([name, parameter]) => (
          <tr key={name}>
            <th scope="row">
              {parameter.kind === 'number' && parameter.symbol !== '' && <Letter tex={parameter.symbol} />}{' '}
              {parameter.label}
            </th>
            <td>
              <Initial of={parameter} />
            </td>
            <td>
              <Range of={parameter} />
            </td>
            <td>
              <code>{keyOf(name, parameter)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

function Initial({ of }: { of: Parameter }) {
  switch (of.kind) {
    case 'number':
      return <Numeral of={setting(of.default)} />
    case 'toggle':
      return of.default ? 'on' : 'off'
    case 'choice':
      return of.options[of.default]
    case 'text':
      return <code>{of.default}</code>
  }
}

function Range({ of }: { of: Parameter }) {
  switch (of.kind) {
    case 'number':
      return (
        <>
          {of.scale === 'integer' && 'whole, '}
          <Allowed range={of} />
        </>
      )
    case 'toggle':
      return 'on, off'
    case 'choice':
      return Object.values(of.options).join('; ')
    case 'text':
      return 'a text'
  }
}
