import { useEffect, useState } from 'react'
import type { Experiment } from '../../engine/experiment/experiment.ts'
import { useLabContext } from '../lab/context.tsx'
import { Dialog } from './Dialog.tsx'
import { Keeping } from './keep/Keeping.tsx'
import { shelf } from './keep/ours.ts'
import { openFile } from './openFile.ts'
import { Outcome } from './Outcome.tsx'
import { PictureSection } from './PictureSection.tsx'
import { OpenFile, Press } from './Press.tsx'
import { receiptText } from './receipt.ts'
import { experimentFile, fileName, textFile } from './save.ts'
import { tableText } from './table.ts'
import { useMaking } from './useMaking.ts'
import './share.css'

interface Props {
  /** Brings the address up to date and returns it. */
  copyLink: () => Promise<string | undefined>
  onClose: () => void
}

const subjectOf = ({ problem }: Experiment) =>
  problem.kind === 'surface' ? problem.surface : problem.data.kind

/** Everything that can be taken along, and what is kept here. */
export default function Export({ copyLink, onClose }: Props) {
  const { lab, player } = useLabContext()
  const making = useMaking()
  const [view] = useState(() => document.querySelector('main') ?? document.body)
  const { experiment } = lab.getState()
  const subject = subjectOf(experiment)
  const { make, busy } = making

  // What is taken along is a moment.
  useEffect(() => player.pause(), [player])

  const table = (format: 'csv' | 'jsonl', type: string) =>
    make('Computing every series…', async (signal) => {
      const text = await tableText(experiment, format, signal)
      return text === undefined ? undefined : textFile(`${fileName(subject)}.${format}`, type, text)
    })
  const openKept = (link: string) => {
    onClose()
    location.hash = link
  }
  const open = (file: File) => {
    onClose()
    void openFile(lab, shelf, file)
  }
  return (
    <Dialog title="Export" onClose={onClose}>
      <PictureSection {...{ making, view, subject, copyLink, onClose }} />
      <section>
        <h3>Table</h3>
        <p>
          <Press busy={busy} onPress={() => void table('csv', 'text/csv')}>
            CSV
          </Press>
          <Press busy={busy} onPress={() => void table('jsonl', 'application/jsonl')}>
            JSON lines
          </Press>
        </p>
        <p className="caption">
          Every series of every run at full precision: the bytes that the command line prints.
        </p>
      </section>
      <section>
        <h3>Experiment</h3>
        <p>
          <Press
            busy={busy}
            onPress={() => void make('Writing…', () => Promise.resolve(experimentFile(subject, experiment)))}
          >
            JSON
          </Press>
          <OpenFile onFile={open}>Open a file…</OpenFile>
        </p>
        <p className="caption">
          All settings, rows of your own included. A file dropped on the page opens, too.
        </p>
      </section>
      <section>
        <h3>Receipt</h3>
        <p>
          <Press
            busy={busy}
            onPress={() =>
              void make('Running it once more, for the receipt…', async (signal) =>
                textFile('receipt.py', 'text/x-python', await receiptText(experiment, signal)),
              )
            }
          >
            Python script
          </Press>
        </p>
        <p className="caption">
          <code>python3 receipt.py</code> runs the experiment again without this page, with PyTorch
          {experiment.problem.kind === 'surface' && ' or NumPy alone'}, and prints the largest difference.
        </p>
      </section>
      <Outcome {...making} />
      <Keeping
        view={view}
        subject={subject}
        link={async () => ((await copyLink()) === undefined ? undefined : location.hash.slice(1))}
        onOpen={openKept}
        onSave={(name, text) =>
          void make('Writing…', () => Promise.resolve(textFile(name, 'application/json', text)))
        }
      />
    </Dialog>
  )
}
