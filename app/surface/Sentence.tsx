import { surfaceOf } from '../../engine/experiment/kinds.ts'
import { limits, type Experiment } from '../../engine/experiment/experiment.ts'
import { fields } from '../../engine/experiment/fields.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import { Coordinates } from '../controls/Coordinates.tsx'
import { MultiPick } from '../controls/MultiPick.tsx'
import { Pick } from '../controls/Pick.tsx'
import { styleOf } from '../drawing/palette.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { addRun, removeOptimizer, setNoise, setSeed, setSteps } from './edits.ts'
import { setRotation, setStart, setSurface, setSurfaceParameter } from './ground.ts'
import { Letter } from './Letter.tsx'
import { countOf } from './names.ts'
import { ParameterScrub } from './ParameterScrub.tsx'
import { useSurface } from './useSurface.ts'
import './surface.css'

const surfaceOptions = Object.values(surfaces).map(({ id, name }) => ({ value: id, label: name }))

/** The experiment as a sentence, in which every number and choice can be changed. */
export function Sentence() {
  const lab = useLab()
  const experiment = useLabState((state) => state.experiment)
  const posed = useSurface()
  const { steps, seed } = experiment
  const problem = surfaceOf(experiment)
  const { rotation, noise, start } = problem

  return (
    <p className="sentence">
      On the{' '}
      <Pick
        label="surface"
        value={problem.surface}
        options={surfaceOptions}
        onChange={(id) => lab.edit(setSurface(id))}
      />
      <Shape experiment={experiment} />, turned by{' '}
      <ParameterScrub
        spec={fields.rotation}
        value={rotation}
        unit="°"
        step={1}
        onChange={(value, final) => lab.edit(setRotation(value), final)}
      />
      , start at <Letter tex="w" /> ={' '}
      <Coordinates
        value={start}
        label="start"
        domain={posed.domain}
        digits={digitsOf(start)}
        onChange={(value, { final }) => lab.edit(setStart(value), final)}
      />{' '}
      and race <Racers experiment={experiment} /> for{' '}
      <ParameterScrub
        spec={fields.steps}
        value={steps}
        onChange={(value, final) => lab.edit(setSteps(value), final)}
      />{' '}
      {steps === 1 ? 'step' : 'steps'}, with gradient noise{' '}
      <span className="together">
        <Letter tex="\sigma" /> ={' '}
        <ParameterScrub
          spec={fields.noise}
          value={noise}
          step={0.05}
          onChange={(value, final) => lab.edit(setNoise(value), final)}
        />
        {noise === 0 && '.'}
      </span>
      {noise > 0 && (
        <>
          {' '}
          <span className="quiet together">
            (seed{' '}
            <ParameterScrub
              spec={fields.seed}
              value={seed}
              onChange={(value, final) => lab.edit(setSeed(value), final)}
            />
            ,{' '}
            <button type="button" className="link" onClick={() => lab.edit(setSeed(seed + 1))}>
              new seed
            </button>
            ).
          </span>
        </>
      )}{' '}
      <button
        type="button"
        className="link aside"
        onClick={() => lab.edit(setRotation(rotation === 45 ? 0 : 45))}
      >
        {rotation === 45 ? 'turn back to 0°' : 'turn by 45°'}
      </button>
    </p>
  )
}

/** As few decimals as both coordinates need, up to two. */
const digitsOf = (start: readonly number[]): number =>
  [0, 1].find((digits) => start.every((x) => Math.abs(Number(x.toFixed(digits)) - x) < 1e-9)) ?? 2

/** "with κ = 50", for every number that shapes the surface. */
function Shape({ experiment }: { experiment: Experiment }) {
  const lab = useLab()
  const { surface, parameters } = surfaceOf(experiment)
  const numbers = Object.entries(surfaces[surface].parameters).flatMap(([name, spec]) =>
    spec.kind === 'number' ? [{ name, spec }] : [],
  )
  return numbers.map(({ name, spec }, i) => (
    <span key={name}>
      {i === 0 ? ' with ' : i === numbers.length - 1 ? ' and ' : ', '}
      <span className="together">
        <Letter tex={spec.symbol} /> ={' '}
        <ParameterScrub
          spec={spec}
          value={parameters[name] as number}
          onChange={(value, final) => lab.edit(setSurfaceParameter(name, value), final)}
        />
      </span>
    </span>
  ))
}

function Racers({ experiment: { runs } }: { experiment: Experiment }) {
  const lab = useLab()
  const isFull = runs.length >= limits.runs
  return (
    <MultiPick
      label="optimizers in the race"
      options={Object.values(optimizers).map(({ id, name }) => {
        const checked = runs.some(({ optimizer }) => optimizer === id)
        return { value: id, label: name, checked, disabled: isFull && !checked, style: styleOf(id) }
      })}
      onToggle={(id, checked) => lab.edit(checked ? addRun(id) : removeOptimizer(id))}
      footer={isFull ? 'Eight race at most: take one out to let another in.' : undefined}
    >
      {countOf(
        runs.length,
        runs.length === new Set(runs.map((run) => run.optimizer)).size ? 'optimizer' : 'run',
      )}
    </MultiPick>
  )
}
