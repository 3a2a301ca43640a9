import { read } from '../../../engine/training/trace.ts'
import type { Rule } from './note.ts'

/** A start at which a formula has no height: nobody can move. */
export const nowhere: Rule = ({ racers }) =>
  racers.some(({ trace }) => Number.isFinite(read(trace, 'loss', 0)))
    ? undefined
    : ['Nobody can move: at the start the formula has no finite value. Drag the start to where it has one.']
