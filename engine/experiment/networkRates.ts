/**
 * A tuned learning rate per optimizer id for networks: of a 1-2-5 grid, the one with the least product, over circles,
 * moons, the spiral and the digits, of the validation loss in shares of the rule's best on that set. The loss is the
 * median over seeds 1 to 3 of its mean over the last 20 of 400 steps; network, batches and the rule's other settings are
 * the defaults. `node scripts/networkRates.mjs` searches once more. One table will do: on none of these sets does a
 * rule end with more than 2.1 times its least loss. Optimizers not listed keep their default.
 */
export const networkRates: Readonly<Record<string, number>> = {
  sgd: 0.5,
  momentum: 0.1,
  nesterov: 0.1,
  adagrad: 0.2,
  adadelta: 1,
  rmsprop: 0.01,
  adam: 0.02,
  rprop: 0.2,
  sign: 0.01,
  adamw: 0.02,
  nadam: 0.02,
  radam: 0.05,
  adamax: 0.05,
  lion: 0.005,
  power: 0.01,
}
