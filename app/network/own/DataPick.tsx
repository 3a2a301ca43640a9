import { lazy, Suspense } from 'react'
import { datasetOf, datasets } from '../../../engine/datasets/index.ts'
import type { NetworkProblem } from '../../../engine/experiment/experiment.ts'
import { Pick } from '../../controls/Pick.tsx'
import { useLab } from '../../lab/context.tsx'
import { setData, setTable } from '../networkEdits.ts'
import { type OwnKind, useOwn } from './context.tsx'
import { pointsOf } from './points.ts'
import { useDroppedFile } from './useDroppedFile.ts'

const OwnData = lazy(() => import('./OwnData.tsx'))

const own: Readonly<Record<OwnKind, string>> = { points: 'your own points', rows: 'your own rows' }
const options = [
  ...Object.values(datasets).map(({ id, name }) => ({ value: id, label: name })),
  ...Object.entries(own).map(([value, label]) => ({ value, label })),
]

/** "two moons", or the reader's own points or rows: choosing these opens where they are made. */
export function DataPick({ problem }: { problem: NetworkProblem }) {
  const lab = useLab()
  const { show, shown } = useOwn()
  const { table, data } = problem
  const kind: OwnKind | undefined = table && (table.domain ? 'points' : 'rows')

  const choose = (value: string) => {
    if (value === 'points') lab.edit((experiment) => setTable(pointsOf(experiment))(experiment))
    else if (value !== 'rows') lab.edit(setData(value))
    show(value === 'points' || value === 'rows' ? value : undefined)
  }
  return (
    <>
      <Pick label="data" value={kind ?? data.kind} options={options} onChange={choose}>
        {datasetOf(problem).name}
      </Pick>
      {kind && shown !== kind && (
        <>
          {' '}
          <button type="button" className="link" onClick={() => show(kind)}>
            edit
          </button>
        </>
      )}
    </>
  )
}

/** Where own data are made, once asked for; a file that is dropped anywhere asks for it too. */
export function OwnPanel() {
  const { shown, show, write } = useOwn()
  useDroppedFile(async (file) => {
    write(await file.text())
    show('rows')
  })
  return <Suspense>{shown && <OwnData />}</Suspense>
}
