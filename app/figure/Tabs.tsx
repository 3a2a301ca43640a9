import type { Part } from './parts.ts'

interface Props {
  options: readonly Part[]
  chosen: string
  onChoose: (id: string) => void
}

/** Where there is room for one part at a time: which. */
export function Tabs({ options, chosen, onChoose }: Props) {
  return (
    <div className="live-tabs" role="group" aria-label="Shown">
      {options.map(({ id, name }) => (
        <button key={id} type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          {name}
        </button>
      ))}
    </div>
  )
}
