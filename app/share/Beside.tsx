import { useEffect } from 'react'
import { useLab } from '../lab/context.tsx'
import { shelf } from './keep/ours.ts'
import { preparePrints } from './printing.ts'
import './share.css'

const isExperiment = ({ name, type }: File) => type === 'application/json' || /\.json$/i.test(name)

/** What works without being asked for: files dropped on the page are opened, and prints say what they show. */
export function Beside() {
  const lab = useLab()
  useEffect(() => preparePrints(lab), [lab])
  useEffect(() => {
    const calls = new AbortController()
    // Before others who take files: to them this one would be a table.
    const options = { signal: calls.signal, capture: true }
    const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false
    addEventListener('dragover', (event) => hasFiles(event) && event.preventDefault(), options)
    addEventListener(
      'drop',
      (event) => {
        const file = event.dataTransfer?.files[0]
        if (!file || !isExperiment(file)) return
        event.preventDefault()
        event.stopPropagation()
        void import('./openFile.ts').then(({ openFile }) => openFile(lab, shelf, file))
      },
      options,
    )
    return () => calls.abort()
  }, [lab])
  return <div className="printed" />
}
