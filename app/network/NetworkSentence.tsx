import { lazy, Suspense } from 'react'
import { datasetOf } from '../../engine/datasets/index.ts'
import { limits } from '../../engine/experiment/experiment.ts'
import { networkOf } from '../../engine/experiment/kinds.ts'
import { networkFields } from '../../engine/experiment/networkFields.ts'
import type { NumberParameter } from '../../engine/parameters.ts'
import { Icon } from '../controls/icons.tsx'
import { MultiPick } from '../controls/MultiPick.tsx'
import { Pick } from '../controls/Pick.tsx'
import { Popover } from '../controls/Popover.tsx'
import { styleOf } from '../drawing/palette.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { CommonRate } from '../surface/CommonRate.tsx'
import { addRun, removeOptimizer } from '../surface/edits.ts'
import { countOf } from '../surface/names.ts'
import { ParameterScrub } from '../surface/ParameterScrub.tsx'
import { fairRates, rateMode, sameRate } from '../surface/rates.ts'
import { WhileOpen } from '../surface/WhileOpen.tsx'
import { DataPick } from './own/DataPick.tsx'
import { LayersPick } from './LayersPick.tsx'
import { setDataParameter, setProblem } from './networkEdits.ts'
import { useExperiment } from './useExperiment.ts'

/** Not waited for, but there before it is opened. */
const details = import('./DataDetails.tsx')
const DataDetails = lazy(() => details)

const divergenceOptions = [
  { value: 'kl', label: 'KL' },
  { value: 'l2', label: 'L2' },
] as const

/** The experiment as a sentence, in which every number and choice can be changed. */
export function NetworkSentence() {
  const lab = useLab()
  const problem = useLabState(({ experiment }) => networkOf(experiment))
  const { data, divergence, batch } = problem
  const dataset = datasetOf(problem)
  const noise = dataset.parameters.noise as NumberParameter | undefined
  return (
    // Not a p: what opens from it has more than words.
    <div role="paragraph" className="sentence">
      Train a <LayersPick problem={problem} /> network on <DataPick problem={problem} />
      {noise && (
        <>
          , noise{' '}
          <ParameterScrub
            spec={noise}
            value={data.noise as number}
            step={0.02}
            onChange={(value, final) => lab.edit(setDataParameter('noise', value), final)}
          />
        </>
      )}
      <Popover
        className="more"
        label="data and training, details"
        buttonLabel="More of the data and the training"
        panel={
          <WhileOpen>
            <Suspense>
              <DataDetails />
            </Suspense>
          </WhileOpen>
        }
      >
        <Icon name="more" />
      </Popover>
      , under the{' '}
      <Pick
        label="divergence"
        value={divergence}
        options={divergenceOptions.map((option) => ({
          ...option,
          disabled: option.value === 'kl' && dataset.task === 'regression',
        }))}
        onChange={(value) => lab.edit(setProblem({ divergence: value }))}
      />{' '}
      divergence, in batches of{' '}
      <ParameterScrub
        spec={networkFields.batch}
        value={batch}
        onChange={(value, final) => lab.edit(setProblem({ batch: value }), final)}
      />
      , with <Racers /> at <Rates /> from the same weights.
    </div>
  )
}

/** Long enough for a link to say where the rates come from, short enough for the sentence. */
const modes = { fair: 'fair rates', same: 'one rate', own: 'own rates' }

/** How the rates came about, and the ways to set them all at once, from the start on. */
function Rates() {
  const lab = useLab()
  const kind = useExperiment(rateMode)
  const runs = useLabState(({ experiment }) => experiment.runs)
  const focus = useLabState((state) => state.focus)
  const leader = runs.find(({ id }) => id === focus) ?? runs[0]
  if (!leader) return modes.fair
  const set = {
    fair: fairRates,
    same: sameRate(leader.hyperparameters.learningRate as number),
    own: undefined,
  }
  return (
    <>
      <Pick
        label="learning rates"
        value={kind}
        options={Object.entries(modes).map(([value, label]) => ({
          value: value as keyof typeof modes,
          label,
          disabled: set[value as keyof typeof modes] === undefined,
        }))}
        onChange={(next) => set[next] && lab.edit(set[next])}
      />
      {kind === 'same' && (
        <>
          , <CommonRate of={leader} />,
        </>
      )}
    </>
  )
}

function Racers() {
  const lab = useLab()
  const runs = useLabState(({ experiment }) => experiment.runs)
  const isFull = runs.length >= limits.runs
  const isEachOnce = runs.length === new Set(runs.map(({ optimizer }) => optimizer)).size
  return (
    <MultiPick
      label="optimizers side by side"
      options={Object.values(optimizers).map(({ id, name }) => {
        const checked = runs.some(({ optimizer }) => optimizer === id)
        return { value: id, label: name, checked, disabled: isFull && !checked, style: styleOf(id) }
      })}
      onToggle={(id, checked) => lab.edit(checked ? addRun(id) : removeOptimizer(id))}
      footer={isFull ? 'Eight at most: take one out to let another in.' : undefined}
    >
      {countOf(runs.length, isEachOnce ? 'optimizer' : 'run')}
    </MultiPick>
  )
}
