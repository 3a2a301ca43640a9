import { expect } from 'vitest'
import { dropoutStreams, monteCarlo, parameterOf } from '../../engine/network/index.ts'
import type { Runner } from '../../engine/training/runner.ts'
import { dropout } from './dropout.ts'
import {
  accuracyOn,
  classesOf,
  each,
  median,
  outputsOf,
  share,
  trained,
  withNetwork,
} from './networks.fixture.ts'
import { prove } from './proof.fixture.ts'

/** What subnetworks of the run with dropout find: one (in the median of four), fifty, and where these agree with scaling. */
const vote = (runner: Runner) =>
  withNetwork(runner, 1, (network, { validation: { x, count, labels } }) => {
    const streams = dropoutStreams(7, network.architecture.layers)
    const crowd = (samples: number, from: number) => {
      const out = new Float64Array(count * 10)
      monteCarlo(network, streams, samples, x, count, out, from)
      return classesOf(out, 10)
    }
    const fifty = crowd(50, 0)
    return {
      one: median([100, 200, 300, 400].map((from) => share(crowd(1, from), labels))),
      fifty: share(fifty, labels),
      agree: share(fifty, classesOf(outputsOf(network, x, count, 10), 10)),
    }
  })

/** What is found without every second hidden unit. */
const halved = (runner: Runner, i: number) =>
  withNetwork(runner, i, (network, data) => {
    const { values, rows, columns } = parameterOf(network, 'W2')
    for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c += 2) values[r * columns + c] = 0
    return accuracyOn(network, data, data.validation)
  })

const measure = () =>
  trained(dropout, 'digits', [1, 2], (runner) => ({
    found: each('validationAccuracy')(runner),
    ...vote(runner),
    halved: [0, 1].map((i) => halved(runner, i)),
  }))
/** All claims are of the same runs. */
let kept: ReturnType<typeof measure> | undefined
const measured = () => (kept ??= measure())

export const proof = prove(dropout, {
  gain() {
    for (const { found } of measured()) expect(found[1] - found[0]).toBeGreaterThan(0.02)
  },
  crowd() {
    for (const { one, fifty, agree } of measured()) {
      expect(fifty - one).toBeGreaterThan(0.05)
      expect(agree).toBeGreaterThan(0.9)
    }
  },
  clean() {
    for (const [none, drop] of trained(dropout, 'clean', [1, 2], each('validationAccuracy')))
      expect(drop - none).toBeLessThan(0.01)
  },
  robust() {
    for (const {
      halved: [without, with_],
    } of measured())
      expect(with_ - without).toBeGreaterThan(0.15)
  },
})
