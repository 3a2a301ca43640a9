// ConvNetJS 0.3.0: an example at a time, float64. It has no Adam, no batch norm and no RMSProp: where Adam is asked for
// it trains with Adagrad, which is less work.
import convnet from 'convnetjs'

const { Net, Trainer, Vol } = convnet

const volumeOf = (x, at, inputs) => {
  const volume = new Vol(1, 1, inputs, 0)
  for (let i = 0; i < inputs; i++) volume.w[i] = x[at + i]
  return volume
}

function build({ inputs, hidden, outputs, activation }, layers) {
  const net = new Net()
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: inputs },
    ...hidden.map((units) => ({ type: 'fc', num_neurons: units, activation })),
    outputs === 1 ? { type: 'regression', num_neurons: 1 } : { type: 'softmax', num_classes: outputs },
  ])
  const dense = net.layers.filter(({ layer_type: type }) => type === 'fc')
  layers.forEach(({ W, b, inputs: count, units }, l) => {
    for (let j = 0; j < units; j++) {
      for (let i = 0; i < count; i++) dense[l].filters[j].w[i] = W[j * count + i]
      dense[l].biases.w[j] = b[j]
    }
  })
  return net
}

function train(work, { x, d }, layers) {
  if (work.batchNorm) return undefined
  const { inputs, outputs, examples, batch, rate } = work
  const net = build(work, layers)
  const method = work.optimizer === 'adam' ? 'adagrad' : 'sgd'
  const options = { method, learning_rate: rate, momentum: 0, batch_size: batch }
  const trainer = new Trainer(net, options)
  const rows = Array.from({ length: examples }, (_, n) => volumeOf(x, n * inputs, inputs))
  const targets = rows.map((_, n) => {
    const target = Array.from(d.subarray(n * outputs, (n + 1) * outputs))
    return outputs === 1 ? target : target.indexOf(1)
  })
  return {
    epoch: () => rows.forEach((row, n) => trainer.train(row, targets[n])),
    outputs: () => rows.flatMap((row) => Array.from(net.forward(row).w)),
    sameWork: method === work.optimizer,
  }
}

function map(work, layers, points, count) {
  const net = build(work, layers)
  const volume = new Vol(1, 1, work.inputs, 0)
  const out = new Float64Array(count * work.outputs)
  return () => {
    for (let n = 0; n < count; n++) {
      for (let i = 0; i < work.inputs; i++) volume.w[i] = points[n * work.inputs + i]
      out.set(net.forward(volume).w, n * work.outputs)
    }
    return out
  }
}

const rules = {
  momentum: { method: 'sgd', momentum: 0.9 },
  adagrad: { method: 'adagrad' },
  adadelta: { method: 'adadelta' },
}

/** Two parameters in the place of a network. */
function walk(rule, { start, steps, rate, gradientX, gradientY }) {
  if (!rules[rule]) return undefined
  return () => {
    const path = new Float64Array(2 * steps + 2)
    const params = Float64Array.from(start)
    const grads = new Float64Array(2)
    const list = [{ params, grads }]
    const net = {
      forward: () => {},
      backward() {
        grads[0] = gradientX(params[0], params[1])
        grads[1] = gradientY(params[0], params[1])
        return 0
      },
      getParamsAndGrads: () => list,
    }
    const trainer = new Trainer(net, { ...rules[rule], learning_rate: rate })
    path.set(params)
    for (let k = 1; k <= steps; k++) {
      trainer.train()
      path.set(params, 2 * k)
    }
    return path
  }
}

export const peers = [{ name: 'convnetjs', train, map, walk }]
