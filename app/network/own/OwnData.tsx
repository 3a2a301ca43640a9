import { OwnPoints } from './OwnPoints.tsx'
import { OwnRows } from './OwnRows.tsx'
import { useOwn } from './context.tsx'
import './own.css'

/** Where a person's own data are made. */
export default function OwnData() {
  const { shown } = useOwn()
  return shown === 'rows' ? <OwnRows /> : <OwnPoints />
}
