import type { Experiment, Run } from '../../../engine/experiment/experiment.ts'
import type { PosedSurface } from '../../../engine/training/surfaceObjective.ts'
import type { Trace } from '../../../engine/training/trace.ts'
import { plain, setting } from '../../drawing/format.ts'
import { listed } from '../names.ts'

/** Words, a run by its id, a step to go to, or a mathematical letter with its index. */
export type Piece = string | { run: string } | { step: number; text: string } | { math: string; sub?: string }
export type Note = readonly Piece[]

/** A run that is shown, and what is known of it. */
export interface Racer {
  run: Run
  trace: Trace
  name: { run: string }
}
export interface Scene {
  experiment: Experiment
  posed: PosedSurface
  racers: readonly Racer[]
}
/** Says something of a race, or nothing where its claim does not hold. */
export type Rule = (scene: Scene) => Note | undefined

export const at = (step: number, text = `step ${step}`) => ({ step, text })
export const names = (racers: readonly Racer[]): Piece[] => listed<Piece>(racers.map(({ name }) => name))
export const eta = { math: 'η' }
/** To three digits, without trailing zeros. */
export const short = (value: number): string => plain(setting(Number(value.toPrecision(3))))
