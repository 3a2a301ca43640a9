import '../../engine/experiment/networks.ts'
import type { Experiment } from '../../engine/experiment/experiment.ts'
import { lengthLimit, parseJson } from '../../engine/experiment/jsonText.ts'
import { experimentToText } from '../../engine/experiment/text.ts'
import type { Lab } from '../lab/lab.ts'
import { joined, readKept, type Shelf } from './keep/shelf.ts'
import { packLink } from './pack.ts'

/** Shows an experiment, as an edit that can be undone; one of another kind is another page, for which it must fit a link. */
async function show(lab: Lab, experiment: Experiment, name: string): Promise<void> {
  if (experiment.problem.kind === lab.getState().experiment.problem.kind) {
    lab.say(undefined)
    lab.edit(() => experiment)
    return
  }
  const text = await packLink(experimentToText(experiment))
  if (text !== undefined) location.hash = text
  else
    lab.say({
      tone: 'notice',
      text: `${name} trains a network on rows too many for a link. Go to the Network view and open it there.`,
    })
}

/** Opens a file that the page has written: an experiment, or those kept elsewhere. What cannot be read changes nothing. */
export async function openFile(lab: Lab, shelf: Shelf, file: File): Promise<void> {
  const refuse = (issues: readonly { path: string; found: string; expected: string }[]) =>
    lab.say({
      tone: 'notice',
      text: `${file.name} could not be opened. Nothing has changed.`,
      issues: issues.slice(0, 8),
    })
  if (file.size > lengthLimit) {
    refuse([{ path: '', found: `${file.size} bytes`, expected: `at most ${lengthLimit}` }])
    return
  }
  const text = (await file.text()).replace(/^\uFEFF/, '')
  if (/^\s*\{[^{[]*"kept"\s*:/.test(text)) {
    const read = readKept(text)
    if ('issues' in read) refuse(read.issues)
    else {
      const result = shelf.update((old) => joined(old, read.kept))
      const { length } = read.kept
      const count = length === 1 ? '1 kept experiment is' : `${length} kept experiments are`
      lab.say({
        tone: 'notice',
        text: 'problem' in result ? result.problem : `${count} in this browser now: see Export, Keep.`,
      })
    }
    return
  }
  const parsed = parseJson(text)
  if (parsed.ok) await show(lab, parsed.experiment, file.name)
  else refuse(parsed.issues)
}
