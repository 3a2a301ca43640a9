import type { SurfaceProblem } from '../../engine/experiment/experiment.ts'
import { fields } from '../../engine/experiment/fields.ts'
import type { NumberParameter } from '../../engine/parameters.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import { useLab, useLabState } from '../lab/context.tsx'
import { type Edit, setNoise, setSeed, setSteps } from '../surface/edits.ts'
import { setRotation, setSurfaceParameter } from '../surface/ground.ts'
import { Letter } from '../surface/Letter.tsx'
import { ParameterScrub } from '../surface/ParameterScrub.tsx'
import { allows } from './levels.ts'

interface Control {
  key: string
  spec: NumberParameter
  value: number
  set: (value: number) => Edit
  /** In place of the symbol. */
  word?: string
  unit?: string
}

/** The numbers that shape a surface, how it is turned, and its noise. */
const surfaceControls = ({ surface, parameters, rotation, noise }: SurfaceProblem): Control[] => [
  ...Object.entries(surfaces[surface].parameters).flatMap(([name, spec]): Control[] => {
    if (spec.kind !== 'number') return []
    const value = parameters[name] as number
    return [{ key: spec.key ?? name, spec, value, set: (next) => setSurfaceParameter(name, next) }]
  }),
  { key: 'rotate', spec: fields.rotation, value: rotation, set: setRotation, word: 'turned by', unit: '°' },
  { key: 'noise', spec: fields.noise, value: noise, set: setNoise },
]

/** What all runs share and may be changed here, as one line of numbers. */
export function Shared({ edit }: { edit: readonly string[] }) {
  const lab = useLab()
  const { problem, steps, seed } = useLabState((state) => state.experiment)
  const controls: Control[] = [
    ...(problem.kind === 'surface' ? surfaceControls(problem) : []),
    { key: 'steps', spec: fields.steps, value: steps, set: setSteps, word: 'steps' },
    { key: 'seed', spec: fields.seed, value: seed, set: setSeed, word: 'seed' },
  ]
  const shown = controls.filter(({ key }) => allows(edit, key))
  if (shown.length === 0) return null
  return (
    <p className="live-shared">
      {shown.map(({ key, spec, value, set, word, unit = '' }) => (
        <span key={key}>
          {word ?? <Letter tex={spec.symbol} />}{' '}
          <ParameterScrub
            spec={spec}
            value={value}
            unit={unit}
            onChange={(next, final) => lab.edit(set(next), final)}
          />
        </span>
      ))}
    </p>
  )
}
