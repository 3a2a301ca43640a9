import { optimizers } from '../../../engine/optimizers/index.ts'
import { read } from '../../../engine/training/trace.ts'
import { effectiveStep } from '../../panels/effectiveStep.ts'
import { firstMoment } from '../../panels/firstMoment.ts'
import { gradient } from './gradient.ts'
import type { Panel } from '../../panels/panel.ts'
import { secondMoment } from '../../panels/secondMoment.ts'
import { signLikeness } from '../../panels/signLikeness.ts'
import { signs } from './signAgreement.ts'
import { update } from './update.ts'
import { weight } from './weight.ts'

/** What a rule keeps of the slopes as it is, beside what it makes of it. */
const keptMoment: Panel = {
  ...firstMoment,
  folded: false,
  forms: [
    { ...firstMoment.forms[0], label: '\\hat m' },
    {
      tex: 'm',
      label: 'm',
      needs: ['firstMoment'],
      series: (_, { optimizer }) => {
        const channel = Object.hasOwn(optimizers[optimizer].slots, 'm') ? 'm' : 'firstMoment'
        return (trace, step, i) => read(trace, channel, step, i)
      },
    },
  ],
  differs: ({ optimizer, hyperparameters }) =>
    (optimizers[optimizer].readings.firstMoment?.symbol.startsWith('\\hat') ?? false) &&
    hyperparameters.biasCorrection !== false,
}

/** The first slope is that of one minibatch. */
const whole = (panel: Panel): Panel => ({ ...panel, isWhole: true })

/** The panels of one parameter, in two columns. φ of a single coordinate says nothing. */
export const weightPanels: readonly [left: readonly Panel[], right: readonly Panel[]] = [
  [weight, gradient, keptMoment, secondMoment].map(whole),
  [update, effectiveStep, { ...signLikeness, note: () => '' }, signs].map(whole),
]
