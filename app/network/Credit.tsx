import { datasetOf } from '../../engine/datasets/index.ts'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { useLabState } from '../lab/context.tsx'

/** Who made the data that are learned from, as their licence asks. */
export function Credit() {
  const credit = useLabState(({ experiment }) => datasetOf(networkOf(experiment)).credit)
  if (!credit) return null
  return (
    <p className="caption credit">
      Data: {credit.text}{' '}
      <a href={credit.url} target="_blank" rel="noreferrer">
        {credit.licence}
      </a>
    </p>
  )
}
