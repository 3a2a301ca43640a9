import { createRoot } from 'react-dom/client'
import '../../engine/experiment/networks.ts'
import { Figure } from '../figure/Figure.tsx'
import { startEngine } from '../lab/engine.ts'
import { createLab } from '../lab/lab.ts'
import { createPlayer } from '../lab/player.ts'
import { readLink } from '../share/link.ts'
import { workers } from './worker.ts'
import './fonts.css'
import '../theme.css'
import '../layout.css'
import './embed.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
async function start(root: HTMLElement) {
  const { experiment, view, at } = await readLink(location.hash)
  const lab = createLab(experiment, view)
  const player = createPlayer(lab)
  const engine = startEngine(lab, workers)
  const params = new URLSearchParams(location.hash.slice(1))
  if (at)
    lab.subscribe(({ computation, step }) => {
      if (computation && computation.step >= at && step === 0) lab.seek(at)
    })
  createRoot(root).render(
    <div className="embed">
      <Figure
        lab={lab}
        player={player}
        engine={engine}
        ui={(params.get('ui') as 'figure') ?? 'figure'}
        title={params.get('title') ?? 'Four optimizers in a tilted ravine'}
        panels={params.get('panels')?.split(',')}
        sizing={params.get('size') === 'auto' ? 'auto' : 'fill'}
        address="../../"
      />
    </div>,
  )
}
void start(root)
