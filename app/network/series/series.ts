import type { Run } from '../../../engine/experiment/experiment.ts'
import { type NumberText, plain, setting } from '../../drawing/format.ts'
import { shownLoss } from '../evaluations.ts'

/** One line of a run: a channel of its trace. */
export interface Line {
  channel: string
  /** Stands beside its value, where one needs to be told from another. */
  words?: string
  width: number
  dash?: readonly number[]
}

/** What may be followed over the steps: lines that belong together, the first with the marker and with ghosts. */
export interface Series {
  id: string
  title: string
  caption: string
  /** Powers of ten, or shares from none to all. */
  scale: 'log' | 'share'
  lines: readonly Line[]
  /** Whether it is measured on the plane, point by point when it is asked for. */
  isPlanar?: boolean
  /** A value that the lines are held against. */
  limit?: (run: Run) => { value: number; words: string } | undefined
  shown: (value: number) => NumberText
}

const loss = (value: number) => shownLoss(value, 2)
const percent = (share: number): NumberText => ({ base: `${Math.round(100 * share)}%` })

/** In the order in which they are offered. */
export const series: readonly Series[] = [
  {
    id: 'divergence',
    title: 'Divergence',
    caption: 'thick validation, thin training',
    scale: 'log',
    lines: [
      { channel: 'validationLoss', width: 2.1 },
      { channel: 'trainLoss', width: 0.9 },
    ],
    shown: loss,
  },
  {
    id: 'objective',
    title: 'Objective',
    caption: 'on each minibatch: data loss + penalty',
    scale: 'log',
    lines: [
      { channel: 'objective', words: 'sum', width: 1.1 },
      { channel: 'loss', words: 'loss', width: 0.6 },
      { channel: 'penalty', words: 'penalty', width: 1.2, dash: [4, 3] },
    ],
    shown: loss,
  },
  {
    id: 'accuracy',
    title: 'Accuracy',
    caption: 'thick validation, thin training',
    scale: 'share',
    lines: [
      { channel: 'validationAccuracy', width: 2.1 },
      { channel: 'trainAccuracy', width: 0.9 },
    ],
    shown: percent,
  },
  {
    id: 'gradientNorm',
    title: 'Gradient ‖g‖',
    caption: 'on each minibatch, before clipping',
    scale: 'log',
    lines: [{ channel: 'gradientNorm', width: 0.9 }],
    limit: ({ clipping }) =>
      clipping.kind === 'norm'
        ? { value: clipping.max as number, words: `clipped above ${plain(setting(clipping.max as number))}` }
        : undefined,
    shown: loss,
  },
  {
    id: 'weightNorm',
    title: 'Weights ‖W‖',
    caption: 'all weights, without biases',
    scale: 'log',
    lines: [{ channel: 'weightNorm', width: 2.1 }],
    shown: loss,
  },
  {
    id: 'saturated',
    title: 'Saturated',
    caption: 'share of hidden outputs at the ends of their range, or of ReLUs always off',
    scale: 'share',
    lines: [
      { channel: 'saturated', width: 2.1 },
      { channel: 'dead', words: 'off', width: 2.1 },
    ],
    shown: percent,
  },
  {
    id: 'roughness',
    title: 'Roughness',
    caption: 'mean |Δy| over the plane, −2 to 2; measured now, at 40 steps',
    scale: 'log',
    lines: [{ channel: 'roughness', width: 2.1 }],
    isPlanar: true,
    shown: loss,
  },
]
