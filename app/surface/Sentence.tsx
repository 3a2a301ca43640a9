import { lazy, Suspense } from 'react'
import { limits } from '../../engine/experiment/experiment.ts'
import { fields } from '../../engine/experiment/fields.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import { Coordinates } from '../controls/Coordinates.tsx'
import { MultiPick } from '../controls/MultiPick.tsx'
import { Pick } from '../controls/Pick.tsx'
import { styleOf } from '../drawing/palette.ts'
import { useLoaded } from '../drawing/useLoaded.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { addRun, removeOptimizer, setNoise, setSeed, setSteps } from './edits.ts'
import { setRotation, setStart, setSurface, setSurfaceParameter } from './ground.ts'
import { Letter } from './Letter.tsx'
import { countOf } from './names.ts'
import { ParameterScrub } from './ParameterScrub.tsx'
import { useProblem, useSurface } from './useSurface.ts'
import './surface.css'

/** Asked for at once, but not waited for: a formula is offered when what reads it is here. */
const own = import('../../engine/formula/surface.ts')
const texts = import('./Texts.tsx')
const Texts = lazy(() => texts)

/** The experiment as a sentence, in which every number and choice can be changed. */
export function Sentence() {
  const lab = useLab()
  useLoaded(own)
  const steps = useLabState(({ experiment }) => experiment.steps)
  const seed = useLabState(({ experiment }) => experiment.seed)
  const surface = useProblem((problem) => problem.surface)
  const rotation = useProblem((problem) => problem.rotation)
  const noise = useProblem((problem) => problem.noise)

  return (
    <p className="sentence">
      On the{' '}
      <Pick
        label="surface"
        value={surface}
        options={Object.values(surfaces).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => lab.edit(setSurface(id))}
      />
      <Suspense>
        <Texts />
      </Suspense>
      <Shape />, turned by{' '}
      <ParameterScrub
        spec={fields.rotation}
        value={rotation}
        unit="°"
        step={1}
        onChange={(value, final) => lab.edit(setRotation(value), final)}
      />
      , start at <Letter tex="w" /> = <Start /> and race <Racers /> for{' '}
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

/** The one part of the sentence that a drag on the map changes. */
function Start() {
  const lab = useLab()
  const { domain } = useSurface()
  const start = useProblem((problem) => problem.start)
  return (
    <Coordinates
      value={start}
      label="start"
      domain={domain}
      digits={digitsOf(start)}
      onChange={(value, { final }) => lab.edit(setStart(value), final)}
    />
  )
}

/** "with κ = 50", for every number that shapes the surface. */
function Shape() {
  const lab = useLab()
  const surface = useProblem((problem) => problem.surface)
  const parameters = useProblem((problem) => problem.parameters)
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

function Racers() {
  const lab = useLab()
  const runs = useLabState(({ experiment }) => experiment.runs)
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
