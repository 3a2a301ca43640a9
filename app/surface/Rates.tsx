import { useLab, useLabState } from '../lab/context.tsx'
import { CommonRate } from './CommonRate.tsx'
import { Letter } from './Letter.tsx'
import { fairRates, rateMode, sameRate } from './rates.ts'

/** The fairness rule in full. */
const RULE =
  'Each optimizer’s rate is picked for this surface from a 1-2-5 grid; the steps are to 1 % of the start’s height.'

/** How the rates of the race came about, and the two ways to set them all at once. */
export function Rates() {
  const lab = useLab()
  const experiment = useLabState((state) => state.experiment)
  const focus = useLabState((state) => state.focus)
  const mode = rateMode(experiment)
  const leader = experiment.runs.find(({ id }) => id === focus) ?? experiment.runs[0]
  const same = (
    <>
      same <Letter tex="\eta" /> for all
    </>
  )
  // Beside what is pressed, and left out of pictures with it.
  const dot = <span className="aside"> · </span>
  return (
    <p className="caption rates" role="status">
      Rates:{' '}
      {mode === 'fair' ? (
        <span title={RULE}>
          <b>fair</b>, each the best of a 1-2-5 grid by steps to 1 %
        </span>
      ) : (
        <button type="button" className="link" onClick={() => lab.edit(fairRates)}>
          fair
        </button>
      )}
      {dot}
      {mode === 'same' ? (
        <>
          <b>{same}</b>, <CommonRate of={leader} />
        </>
      ) : (
        <button
          type="button"
          className="link"
          title="Gives every run the rate of the one in front"
          onClick={() => lab.edit(sameRate(leader.hyperparameters.learningRate as number))}
        >
          {same}
        </button>
      )}
      {mode === 'own' && (
        <>
          {dot}
          <b>set by hand</b>
        </>
      )}
    </p>
  )
}
