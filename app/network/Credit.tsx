import { datasetOf } from '../../engine/datasets/index.ts'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { useLabState } from '../lab/context.tsx'

/**
 * Who made the data that are learned from, as their licence asks; `whole`: also where they are, and what was changed;
 * `bare`: it leads nowhere.
 */
export function Credit({ whole = false, bare = false }: { whole?: boolean; bare?: boolean }) {
  const credit = useLabState(({ experiment }) => datasetOf(networkOf(experiment)).credit)
  if (!credit) return null
  const { by, text, licence, url } = credit
  return (
    <p className="caption credit">
      Data: {by}, {whole && `${text} `}
      {bare ? (
        licence
      ) : (
        <a href={url} target="_blank" rel="noreferrer">
          {licence}
        </a>
      )}
    </p>
  )
}
