import { limits } from '../../engine/experiment/experiment.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { Popover } from '../controls/Popover.tsx'
import { useLab, useLabState } from '../lab/context.tsx'
import { addRun } from './edits.ts'

/** As many fit on the line; the others are behind "more". */
const SHOWN = 4

/** Optimizers that are not in the race yet; a press lets one in and brings it to the front. */
export function AddRuns() {
  const lab = useLab()
  const runs = useLabState((state) => state.experiment.runs)
  if (runs.length >= limits.runs) {
    return <p className="caption add">Eight race, the most there can be. Remove one to add another.</p>
  }
  const others = Object.values(optimizers).filter(({ id }) => !runs.some(({ optimizer }) => optimizer === id))
  if (others.length === 0) return null
  const add = (id: string) => {
    lab.edit(addRun(id))
    const added = lab.getState().experiment.runs.at(-1)
    if (added) lab.setView({ focus: added.id })
  }
  const buttons = (some: typeof others) =>
    some.map(({ id, name, summary }) => (
      <button key={id} type="button" className="link" title={summary} onClick={() => add(id)}>
        {name}
      </button>
    ))
  return (
    <p className="caption add">
      Add {buttons(others.slice(0, SHOWN))}
      {others.length > SHOWN && (
        <Popover
          className="link"
          label="More optimizers"
          panel={<span className="menu">{buttons(others.slice(SHOWN))}</span>}
        >
          {others.length - SHOWN} more
        </Popover>
      )}
    </p>
  )
}
