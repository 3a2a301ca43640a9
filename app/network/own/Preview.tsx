interface Props {
  names: readonly string[]
  rows: readonly (readonly string[])[]
  /** Index of the column to predict. */
  target: number
}

/** The first rows as they stand, under the names of their columns. */
export function Preview({ names, rows, target }: Props) {
  return (
    <div className="own-preview">
      <table>
        <thead>
          <tr>
            {names.map((name, c) => (
              // Columns may have the same name; their place is what tells them apart.
              // oxlint-disable-next-line react/no-array-index-key
              <th key={c} scope="col" data-target={c === target ? '' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, r) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={r}>
              {names.map((_, c) => (
                // oxlint-disable-next-line react/no-array-index-key
                <td key={c} data-target={c === target ? '' : undefined}>
                  {cells[c] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
