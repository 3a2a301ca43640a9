import type { Choice } from '../../engine/experiment/experiment.ts'
import type { Value } from '../../engine/parameters.ts'
import { shown } from './switch.ts'
import { switchOf } from './switches.ts'

/** A value in a word: 0.05, "jitter", or nothing where there are several. */
const inAWord = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'kind' in value
    ? String(value.kind)
    : typeof value === 'object'
      ? ''
      : shown(value as Value)

/** What of a record differs, in words: "momentum 0.2". */
const differences = (value: unknown, before: unknown): string =>
  Object.entries(value as Record<string, Value>)
    .filter(([name, own]) => own !== (before as Record<string, Value>)[name])
    .map(([name, own]) => (name === 'kind' ? String(own) : `${name} ${shown(own)}`))
    .join(', ')

/** What a change does, in a word or two on the rail: "BatchNorm on", "Dropout hidden 0.7", "Augment rotation". */
export function flagWords(path: string, value: unknown, before: unknown): string | undefined {
  const own = switchOf(path)
  if (!own) return undefined
  const isOn = own.isOn(value as never)
  if (isOn !== own.isOn(before as never)) return `${own.flag} ${isOn ? 'on' : 'off'}`
  if (typeof value !== 'object') return `${own.flag} ${inAWord(value)}`
  const main = own.main?.(value as never)
  const isKindKept = (value as Partial<Choice>).kind === (before as Partial<Choice>).kind
  const isMainOnly =
    main &&
    isKindKept &&
    JSON.stringify(main.set(before as never, main.get(value as never))) === JSON.stringify(value)
  if (isMainOnly) return `${own.flag} ${shown(main.get(value as never))}`
  return `${own.flag} ${isKindKept ? differences(value, before) : inAWord(value)}`
}
