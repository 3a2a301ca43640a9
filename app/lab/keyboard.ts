import type { Problem } from '../../engine/experiment/experiment.ts'
import { focusOrHide } from './focusOrHide.ts'
import type { Lab } from './lab.ts'
import type { Player } from './player.ts'

export interface Key {
  /** As shown in the list of keys. */
  shown: readonly string[]
  does: string
  /** Where it works, if not everywhere. */
  on?: Problem['kind']
  /** Whether an event is this key; `act` is not called for others. */
  matches: (event: KeyboardEvent) => boolean
  act: (lab: Lab, player: Player, event: KeyboardEvent, scope: ParentNode) => void
  /** About the page as a whole, or about more than a figure has: not a key of a figure. */
  isPages?: true
}

const plain =
  (...keys: string[]) =>
  (event: KeyboardEvent) =>
    keys.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey
const command = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey) && !event.altKey

/** What is marked as `data-key`, in the scope that is listened on. */
const marked = (scope: ParentNode, key: string) => scope.querySelector<HTMLElement>(`[data-key="${key}"]`)

const equation: Omit<Key, 'does'> = {
  shown: ['e'],
  matches: plain('e'),
  act: (_, __, ___, scope) => {
    const sheet = marked(scope, 'equation')
    sheet?.scrollIntoView({ block: 'nearest' })
    sheet?.focus()
  },
  isPages: true,
}

/** The keyboard map as data: what is handled is what is listed. */
export const keys: readonly Key[] = [
  { shown: ['Space'], does: 'play or pause', matches: plain(' '), act: (_, player) => player.toggle() },
  {
    shown: ['←', '→'],
    does: 'one step back or on; with Shift, ten',
    matches: plain('ArrowLeft', 'ArrowRight'),
    act: (lab, _, { key, shiftKey }) =>
      lab.seek(lab.getState().step + (key === 'ArrowLeft' ? -1 : 1) * (shiftKey ? 10 : 1)),
  },
  {
    shown: ['Home', 'End'],
    does: 'first or last step',
    matches: plain('Home', 'End'),
    act: (lab, _, { key }) => lab.seek(key === 'Home' ? 0 : Infinity),
  },
  {
    shown: ['1', '…', '8'],
    does: 'focus an optimizer; again to hide it',
    matches: plain('1', '2', '3', '4', '5', '6', '7', '8'),
    act: (lab, _, { key }) => {
      const run = lab.getState().experiment.runs[Number(key) - 1]
      if (run) focusOrHide(lab, run.id)
    },
  },
  {
    shown: ['[', ']'],
    does: 'slower, faster',
    matches: plain('[', ']'),
    act: (_, player, { key }) => (key === '[' ? player.slower() : player.faster()),
  },
  {
    shown: ['r'],
    does: 'restart: the same seed, the same run',
    matches: plain('r'),
    act: (lab, player) => {
      lab.seek(0)
      player.play()
    },
  },
  {
    shown: ['n'],
    does: 'new seed',
    matches: plain('n'),
    act: (lab) => lab.edit((experiment) => ({ ...experiment, seed: experiment.seed + 1 })),
    isPages: true,
  },
  {
    shown: ['g'],
    does: 'nudge the start with the arrow keys',
    on: 'surface',
    matches: plain('g'),
    act: (_, __, ___, scope) => marked(scope, 'start')?.focus(),
  },
  {
    shown: ['b', 'd', 'l', 'c', 'a', 's'],
    does: 'BatchNorm, dropout, L2, clipping, augmentation, early stopping: on or off from here',
    on: 'network',
    matches: plain('b', 'd', 'l', 'c', 'a', 's'),
    act: (_lab, _, { key }) =>
      document.querySelector<HTMLElement>(`[role="switch"][aria-keyshortcuts="${key}"]`)?.click(),
    isPages: true,
  },
  {
    shown: ['f'],
    does: 'fork the focused optimizer here, with half its η',
    matches: plain('f'),
    act: (lab) => void import('../surface/forkAtCursor.ts').then(({ forkSlower }) => forkSlower(lab)),
    isPages: true,
  },
  {
    shown: ['t'],
    does: 'light or dark',
    matches: plain('t'),
    act: (_, __, ___, scope) => marked(scope, 'theme')?.click(),
    isPages: true,
  },
  { ...equation, does: 'equation of the focused optimizer', on: 'surface' },
  { ...equation, does: 'equation of the focused optimizer, where a weight is open', on: 'network' },
  {
    shown: ['Ctrl', 'Z'],
    does: 'undo; with Shift, redo',
    matches: (event) => command(event) && event.key.toLowerCase() === 'z',
    act: (lab, _, { shiftKey }) => (shiftKey ? lab.redo() : lab.undo()),
  },
  {
    shown: ['?'],
    does: 'this list',
    matches: plain('?'),
    act: (_, __, ___, scope) => marked(scope, 'keys')?.click(),
    isPages: true,
  },
  {
    shown: ['Esc'],
    does: 'leave a field, drop a brush or a focus',
    matches: plain('Escape'),
    act: (lab) => {
      // What is open closes first, and its button keeps the focus.
      if (document.querySelector(':popover-open')) return
      lab.setView({ window: undefined, pinned: undefined })
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    },
  },
]

/** The keys that do something where a lab trains this. */
export const keysOn = (kind: Problem['kind'], all: readonly Key[] = keys): Key[] =>
  all.filter(({ on }) => on === undefined || on === kind)

const NAVIGATION = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']

/** Keys that what has the focus uses itself. Controls of our own say so by preventing the browser's answer. */
function takenBy(target: EventTarget | null, event: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  const { key } = event
  // What is open closes first, and keeps the page's keys away.
  if (target.closest('dialog, [popover]')) return true
  if (target instanceof HTMLInputElement && target.type === 'range') return NAVIGATION.includes(key)
  if (target.closest('input, textarea, [contenteditable]')) return key !== 'Escape'
  if (target.closest('select')) return key !== 'Escape' && !command(event)
  return key === ' ' && target.closest('button, a, summary') !== null
}

/** The keys of a figure in a page that is about more. */
export const figureKeys = keys.filter(({ isPages }) => !isPages)

/**
 * Listens on `scope` until called off: the window for a page of its own; for a figure its element, so that keys act only
 * while the focus is in it.
 */
export function listenToKeys(
  scope: Window | HTMLElement,
  lab: Lab,
  player: Player,
  known: readonly Key[] = keys,
): () => void {
  const element = scope instanceof HTMLElement ? scope : undefined
  const onKey = (event: KeyboardEvent) => {
    const isElsewhere = element && !(event.target instanceof Node && element.contains(event.target))
    if (isElsewhere || event.defaultPrevented || takenBy(event.target, event)) return
    const { kind } = lab.getState().experiment.problem
    const key = keysOn(kind, known).find(({ matches }) => matches(event))
    if (!key) return
    // Esc also closes what is open, which is the browser's doing.
    if (event.key !== 'Escape') event.preventDefault()
    key.act(lab, player, event, element ?? document)
  }
  // On the window for a figure too: what has the focus, which React hears at the root, answers first.
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
