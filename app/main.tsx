import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { recallShade } from './drawing/theme.ts'
import { startEngine } from './lab/engine.ts'
import { followLink, openLab } from './lab/open.ts'
import { workers } from './lab/workers.ts'
import { pageOf } from './views.ts'

/** Not a top-level await: what reads links imports this file's chunk, and would wait for it for ever. */
async function start(root: HTMLElement): Promise<void> {
  const page = pageOf(location.hash)
  if (page) {
    const { show } = await page.load()
    show(root)
    return
  }
  const { lab, player } = await openLab(location.hash)
  const engine = startEngine(lab, workers, Math.min(4, navigator.hardwareConcurrency))
  void import('./lab/keyboard.ts').then(({ listenToKeys }) => listenToKeys(window, lab, player))
  window.addEventListener('hashchange', () => {
    if (pageOf(location.hash)) location.reload()
    else void followLink(lab, player, location.hash)
  })
  const address = import('./share/address.ts').then(({ keepAddress }) => keepAddress(lab))
  createRoot(root).render(
    <StrictMode>
      <App
        lab={lab}
        player={player}
        engine={engine}
        copyLink={async () => (await address)()}
        onRetry={(text) => void followLink(lab, player, text)}
      />
    </StrictMode>,
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
recallShade()
void start(root)
