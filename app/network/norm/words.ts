import type { Influence } from '../../../engine/training/insides.ts'
import { plain } from '../../drawing/format.ts'
import { commonScale, powerText } from './common.ts'
import { largestOf, termsOf, together } from './terms.ts'

/** What the diagram of example `i` says, for those who cannot see it. */
export function influenceWords(influence: Influence, i: number): string {
  const { terms, sum } = termsOf(influence, i)
  const scale = commonScale(largestOf(influence, i))
  const power = powerText(scale)
  const show = (value: number) => plain(scale.show(value))
  const parts = terms.map(
    ({ words, value, isStopped }) => `${words} ${show(value)}${isStopped ? ' (stopped)' : ''}`,
  )
  return `Example ${i + 1} of ${influence.z.length}: ${parts.join(', ')}; in all ${show(sum)}; over the batch ${show(together(influence))}${power ? `; all ${plain(power)}` : ''}.`
}
