import { clippings } from '../training/clipping.ts'
import { schedules } from '../training/schedules.ts'
import type { Choice } from './experiment.ts'
import { defaultKind, type Registry } from './run.ts'
import { readChoiceText, readNumberText, writeChoice, writeNumber } from './textValues.ts'

/** Keys of a link that are about how the experiment is shown; the text of the experiment leaves them alone. */
export const viewKeys: readonly string[] =
  'at focus hide theme speed panels ui edit lang size run links host k scene show term zoom title goal'.split(
    ' ',
  )

/** Keys that every link may have, or that are set aside; no parameter may be called so. */
export const reservedKeys: readonly string[] = [
  ...viewKeys,
  ...'v seed steps opt lr z scene drop clip'.split(' '),
]

/** A field of a run in a link, `adam.noise=.1` or, where it may change, `@20.adam.noise=.1`. */
export interface RunKey {
  path: string
  mayChange: boolean
  write: (value: never) => string
  read: (text: string) => unknown
  /** Whether a run's own value goes without saying. */
  isDefault?: (value: never) => boolean
}

const choiceKey = (path: string, registry: Registry): RunKey => ({
  path,
  mayChange: true,
  write: (choice: Choice) => writeChoice(choice, registry),
  read: (text) => readChoiceText(text, registry),
  isDefault: ({ kind }: Choice) => kind === defaultKind(registry),
})

export type RunKeys = Readonly<Record<string, RunKey>>

/** Beside these a run has the keys of its kind of problem and of its optimizer's parameters. */
export const runKeys: RunKeys = {
  label: { path: 'label', mayChange: false, write: (text: string) => text, read: (text) => text },
  schedule: choiceKey('schedule', schedules),
  clip: choiceKey('clipping', clippings),
  wd: {
    path: 'weightDecay',
    mayChange: true,
    write: writeNumber,
    read: readNumberText,
    isDefault: (value: number) => value === 0,
  },
}
