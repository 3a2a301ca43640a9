import { describe, expect, it } from 'vitest'
import '../experiment/networks.ts'
import './networks.ts'
import { networkRates } from '../experiment/networkRates.ts'
import { parseText } from '../experiment/text.ts'
import { optimizers } from '../optimizers/index.ts'
import { createRunner } from './runner.ts'

const rules = Object.keys(networkRates)

/** Validation loss after the default number of steps, measured there only. */
function losses(names: readonly string[]): Record<string, number> {
  const rates = names.map((name) => networkRates[name])
  const parsed = parseText(`v=1&data=circles&opt=${names.join()}&lr=${rates.join()}`)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  const { steps } = parsed.experiment
  const runner = createRunner(parsed.experiment, undefined, {}, {})
  runner.advance(steps)
  const probe = { step: steps, runs: [], parts: ['scores'], map: [1, 1], neuron: 1 } as const
  const found = names.map((name, i) => [name, mean(runner.insides(i, probe).scores!.divergences)])
  runner.release()
  return Object.fromEntries(found)
}
const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('the rates for networks', () => {
  it('are known for every optimizer', () => {
    expect(rules.toSorted()).toEqual(Object.keys(optimizers).sort())
  })
  it('teach every rule the circles, but RProp, which small batches turn round and round', () => {
    const { rprop, ...others } = { ...losses(rules.slice(0, 8)), ...losses(rules.slice(8)) }
    for (const [name, loss] of Object.entries(others)) expect(loss, name).toBeLessThan(0.12)
    expect(rprop).toBeGreaterThan(0.2)
  })
})
