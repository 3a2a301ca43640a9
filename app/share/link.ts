import { defaultFocus, type Lab, type LabState, type View } from '../lab/lab.ts'
import { SPEEDS } from '../lab/player.ts'
import { experimentToText, type ParsedText, parseText } from '../../engine/experiment/text.ts'
import { opening } from '../../engine/experiment/opening.ts'
import '../../engine/formula/surface.ts'
import type { Experiment, Issue } from '../../engine/experiment/experiment.ts'
import type { Wash } from '../../engine/optimizer.ts'
import { isPacked, packLink, unpackLink } from './pack.ts'

/** What a link says: an experiment, how it is looked at, and the step it was looked at, if any. */
export interface Linked {
  experiment: Experiment
  view: Partial<View>
  at: number | undefined
  /** What was wrong with the link; the opening stands in for it. */
  issues: readonly Issue[]
}

const WASHES: Readonly<Record<string, Wash>> = { g: 'g', m: 'm', v: 'v', s: 's', u: 'u' }

/** `weight:12,heat:effectiveStep` */
const readShow = (text: string): View['show'] =>
  Object.fromEntries(
    text.split(',').flatMap((piece) => {
      const [, name, value] = /^([a-z]+):([\w.-]+)$/i.exec(piece) ?? []
      return name ? [[name, value]] : []
    }),
  )

/** Reads the text of a link. View entries that make no sense are left out: they only say how to look. */
export async function readLink(text: string): Promise<Linked> {
  const unpacked = await unpackLink(text)
  const result: ParsedText =
    'issue' in unpacked ? { ok: false, issues: [unpacked.issue], view: {} } : parseText(unpacked.text)
  if (!result.ok) return { experiment: opening(), view: {}, at: undefined, issues: result.issues }
  const { experiment, view } = result
  const known = (id: string) => experiment.runs.some((run) => run.id === id)
  const whole = (value: string | undefined) => (value && /^\d+$/.test(value) ? Number(value) : undefined)
  const [from, to] = (view.zoom ?? '').split('-').map(whole)
  const at = whole(view.at)
  return {
    experiment,
    view: {
      ...(view.focus && known(view.focus) && { focus: view.focus }),
      ...(view.hide && { hidden: view.hide.split(',').filter(known) }),
      ...(SPEEDS.includes(Number(view.speed)) && { speed: Number(view.speed) }),
      ...(from !== undefined &&
        to !== undefined &&
        from < to &&
        to <= experiment.steps && { window: [from, to] }),
      ...(view.show && { show: readShow(view.show) }),
      ...(view.term && Object.hasOwn(WASHES, view.term) && { pinned: WASHES[view.term] }),
    },
    at: at === undefined ? undefined : Math.min(at, experiment.steps),
    issues: [],
  }
}

/** The text of a link that brings back what is on the screen. */
export function writeLink({
  experiment,
  focus,
  hidden,
  speed,
  window,
  pinned,
  show,
  step,
  playing,
}: LabState): string {
  const view: string[] = []
  if (focus !== defaultFocus(experiment)) view.push(`focus=${focus}`)
  if (hidden.length > 0) view.push(`hide=${hidden.join(',')}`)
  if (speed !== 1) view.push(`speed=${speed}`)
  if (window) view.push(`zoom=${window.join('-')}`)
  if (pinned) view.push(`term=${pinned}`)
  const shown = Object.entries(show).map(([name, value]) => `${name}:${value}`)
  if (shown.length > 0) view.push(`show=${shown.join(',')}`)
  if (!playing) view.push(`at=${step}`)
  return [experimentToText(experiment), ...view].join('&')
}

/** The same as short as it can be had; `undefined` where a person's own rows are too many for a link. */
export const writePacked = (state: LabState): Promise<string | undefined> => packLink(writeLink(state))

/** The same at once; `undefined` where there are rows to be packed first. */
export function writeUnpacked(state: LabState): string | undefined {
  const text = writeLink(state)
  return isPacked(text) ? undefined : text
}

/** For which rows it has been said. */
let told: unknown

/** Says once that a person's own rows are too many for a link. */
export function sayTooMuch(lab: Lab): void {
  const { problem } = lab.getState().experiment
  const table = problem.kind === 'network' ? problem.table : undefined
  if (told === table) return
  told = table
  lab.say({
    tone: 'notice',
    text: `Your ${table?.rows.length} rows are too many for a link: the page’s address does not hold them. Export, Experiment saves them as a file.`,
  })
}
