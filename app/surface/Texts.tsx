import { surfaces } from '../../engine/surfaces/index.ts'
import { TextField } from '../controls/TextField.tsx'
import { useLab } from '../lab/context.tsx'
import { setSurfaceParameter } from './ground.ts'
import { Letter } from './Letter.tsx'
import { useProblem } from './useSurface.ts'

/** " f = x² + y²", for every text that shapes the surface. */
export default function Texts() {
  const lab = useLab()
  const surface = useProblem((problem) => problem.surface)
  const parameters = useProblem((problem) => problem.parameters)
  return Object.entries(surfaces[surface].parameters).map(
    ([name, spec]) =>
      spec.kind === 'text' && (
        <span key={name} className="together">
          {' '}
          <Letter tex="f" /> ={' '}
          <TextField
            spec={spec}
            value={parameters[name] as string}
            onChange={(value, final) => lab.edit(setSurfaceParameter(name, value), final)}
          />
        </span>
      ),
  )
}
