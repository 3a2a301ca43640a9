import { Fragment } from 'react'
import { opening } from '../../engine/experiment/opening.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { useLab } from '../lab/context.tsx'
import { addRun, setOptimizers } from './edits.ts'
import { countOf } from './names.ts'

/** Nobody races: the next move is named. */
export function EmptyRace() {
  const lab = useLab()
  const offered = opening().runs.map(({ optimizer }) => optimizer)
  return (
    <p className="empty-race">
      No optimizer is racing. Add{' '}
      {offered.map((id, i) => (
        <Fragment key={id}>
          {i === 0 ? '' : i === offered.length - 1 ? ' or ' : ', '}
          <button type="button" className="link" onClick={() => lab.edit(addRun(id))}>
            {optimizers[id].name}
          </button>
        </Fragment>
      ))}
      , or start from{' '}
      <button type="button" className="link" onClick={() => lab.edit(setOptimizers(offered))}>
        all {countOf(offered.length, '').trim().replace(/ .*/, '')}
      </button>
      .
    </p>
  )
}
