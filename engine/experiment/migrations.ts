import { type Plain, type PlainRecord, isRecord } from './plain.ts'
import type { Reader } from './reader.ts'

/** Lifts an experiment of one version to the next. It may assume the shape of its version, not its ranges. */
export type Migration = (experiment: PlainRecord) => PlainRecord

/** `migrations[i]` lifts version i + 1 to i + 2; forward only, never removed. */
const migrations: readonly Migration[] = []

/** The input as an experiment of the current version. An experiment that names no version is of the first. */
export function migrate(reader: Reader, list = migrations): Plain | undefined {
  const input = reader.value
  if (!isRecord(input)) {
    reader.fail('an experiment, as an object')
    return undefined
  }
  const current = list.length + 1
  const version = input.version === undefined ? 1 : input.version
  const isKnown =
    typeof version === 'number' && Number.isInteger(version) && version >= 1 && version <= current
  if (!isKnown) {
    reader.at('version').fail(current === 1 ? '1' : `a version from 1 to ${current}`)
    return undefined
  }
  const lifted = list.slice(version - 1).reduce((experiment, lift) => lift(experiment), input)
  return { ...lifted, version: current }
}
