import { keyOf } from '../../../engine/experiment/textValues.ts'
import type { Parameter } from '../../../engine/parameters.ts'
import { Allowed } from '../../controls/Allowed.tsx'
import { setting } from '../../drawing/format.ts'
import { Numeral } from '../../drawing/Numeral.tsx'
import { Letter } from '../../surface/Letter.tsx'
import type { Settings } from '../entry.ts'

/** Every setting: its symbol, what it is, what it is at first, what it may be, and its name or place in a link. */
export const ParameterTable = ({ parameters, of, after }: Settings) => (
  // Where it is wider than the page it is scrolled, by keys too.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className="table-frame" role="region" aria-label={of ? `Settings, ${of}` : 'Settings'} tabIndex={0}>
    <table className="parameters">
      {after !== undefined && (
        <caption>
          {of ? <b>{of}</b> : 'All'} in a link:{' '}
          <code>
            {after}
            {Object.keys(parameters).join()}
          </code>
        </caption>
      )}
      <thead>
        <tr>
          <th scope="col">Setting</th>
          <th scope="col">Default</th>
          <th scope="col">Allowed</th>
          {after === undefined && <th scope="col">In a link</th>}
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
            {after === undefined && (
              <td>
                <code>{keyOf(name, parameter)}</code>
              </td>
            )}
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
