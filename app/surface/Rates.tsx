import { useLab, useLabState } from '../lab/context.tsx'
import { Letter } from './Letter.tsx'
import { ParameterScrub } from './ParameterScrub.tsx'
import { fairRates, rateMode, rateSpec, sameRate } from './rates.ts'

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
  return (
    <p className="caption rates" role="status">
      Rates:{' '}
      {mode.kind === 'fair' ? (
        <span title={RULE}>
          <b>fair</b>, each the best of a 1-2-5 grid by steps to 1 %
        </span>
      ) : (
        <button type="button" className="link" onClick={() => lab.edit(fairRates)}>
          fair
        </button>
      )}
      {' · '}
      {mode.kind === 'same' ? (
        <>
          <b>{same}</b>,{' '}
          <ParameterScrub
            spec={rateSpec(leader.optimizer)}
            label="learning rate of all"
            value={mode.rate}
            onChange={(value, final) => lab.edit(sameRate(value), final)}
          />
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
      {mode.kind === 'own' && (
        <>
          {' · '}
          <b>set by hand</b>
        </>
      )}
    </p>
  )
}
