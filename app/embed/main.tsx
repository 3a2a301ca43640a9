import { fileTexts } from 'virtual:fileTexts'
import scenes from 'virtual:scenes'
import { createRoot } from 'react-dom/client'
import '../../engine/experiment/networks.ts'
import { files } from '../lab/files.ts'
import { Embed } from './Embed.tsx'
import { bytesOf } from './fileTexts.ts'
import { openLive } from './live.ts'
import { readParameters } from './parameters.ts'
import { setTheme } from './theme.ts'
import './fonts.css'
import '../theme.css'
import '../layout.css'
import './embed.css'

async function start(): Promise<void> {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  // A figure that was saved as a file has the address in it at which it was shown.
  const written = document.querySelector<HTMLMetaElement>('meta[name="descent-figure"]')?.content
  const own = new URL(written ?? location.href)
  // The lab that this file was served with; a file on a disk has none, unless it knows.
  const address = own.protocol.startsWith('http')
    ? new URL('../../', own.href.split(/[?#]/)[0]).href
    : undefined
  for (const [path, text] of Object.entries(fileTexts)) files[path] = bytesOf(text)
  const parameters = await readParameters(location.search, location.hash || own.hash, scenes)
  setTheme(parameters.settings.theme)
  const live = openLive(parameters)
  if (parameters.issues.length > 0)
    live.lab.say({
      tone: 'notice',
      text: 'Some settings of this figure make no sense; the usual ones stand in.',
      issues: parameters.issues,
    })
  createRoot(root).render(<Embed live={live} parameters={parameters} address={address} />)
}

void start()
