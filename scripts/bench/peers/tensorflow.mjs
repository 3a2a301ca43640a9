// TensorFlow.js 4.22: float32, in plain JavaScript (cpu) and in WebAssembly with SIMD on one thread (wasm).
import '@tensorflow/tfjs-backend-cpu'
import '@tensorflow/tfjs-backend-wasm'
import * as tf from '@tensorflow/tfjs-core'
import * as tfl from '@tensorflow/tfjs-layers'

const optimizerOf = ({ optimizer, rate }) =>
  optimizer === 'adam' ? tf.train.adam(rate, 0.9, 0.999, 1e-8) : tf.train.sgd(rate)

/** Weights as the library multiplies them: (inputs, units). */
const parametersOf = (layers) =>
  layers.map(({ W, b, inputs, units }) => ({
    W: tf.tidy(() => tf.variable(tf.transpose(tf.tensor2d(Float32Array.from(W), [units, inputs])))),
    b: tf.variable(tf.tensor1d(Float32Array.from(b))),
  }))

/** Pre-activations of the last layer. */
function outputs(parameters, activation, x) {
  let y = x
  parameters.forEach(({ W, b }, l) => {
    y = tf.add(tf.matMul(y, W), b)
    if (l < parameters.length - 1) y = tf[activation](y)
  })
  return y
}

/** The same network by its own layers, which have batch norm and dropout. */
function stack({ inputs, hidden, outputs: classes, activation, keep }) {
  const model = tfl.sequential()
  hidden.forEach((units, l) => {
    model.add(tfl.layers.dense({ units, ...(l === 0 && { inputShape: [inputs] }) }))
    model.add(tfl.layers.batchNormalization())
    model.add(tfl.layers.activation({ activation }))
    model.add(tfl.layers.dropout({ rate: 1 - keep }))
  })
  model.add(tfl.layers.dense({ units: classes }))
  const variables = model.trainableWeights.map(({ val }) => val)
  return { forward: (x) => model.apply(x, { training: true }), variables }
}

/** The weights that all contestants begin with, and only what those need. */
function plain({ activation }, layers) {
  const parameters = parametersOf(layers)
  const forward = (x) => outputs(parameters, activation, x)
  return { forward, variables: parameters.flatMap(({ W, b }) => [W, b]) }
}

const peerOf = (backend) => {
  const ready = () => tf.setBackend(backend)

  function train(work, { x, d }, layers) {
    const { inputs, outputs: units, examples, batch } = work
    const all = tf.tensor2d(Float32Array.from(x), [examples, inputs])
    const batches = []
    for (let first = 0; first < examples; first += batch) {
      const rows = Math.min(batch, examples - first)
      const t = Float32Array.from(d.subarray(first * units, (first + rows) * units))
      batches.push({ x: tf.slice(all, [first, 0], [rows, inputs]), t: tf.tensor2d(t, [rows, units]) })
    }
    const { forward, variables } = work.batchNorm ? stack(work) : plain(work, layers)
    const optimizer = optimizerOf(work)
    const loss = (z, t) =>
      units === 1 ? tf.mul(0.5, tf.mean(tf.squaredDifference(z, t))) : tf.losses.softmaxCrossEntropy(t, z)
    return {
      epoch: () =>
        batches.forEach(({ x: rows, t }) =>
          optimizer.minimize(() => loss(forward(rows), t), false, variables),
        ),
      outputs: () => tf.tidy(() => (units === 1 ? forward(all) : tf.softmax(forward(all))).dataSync()),
      sameWork: !work.batchNorm,
    }
  }

  function map(work, layers, points, count) {
    const { inputs, outputs: units } = work
    const { forward } = plain(work, layers)
    const x = tf.tensor2d(Float32Array.from(points), [count, inputs])
    return () =>
      tf.tidy(() => {
        const z = forward(x)
        return (units === 1 ? z : tf.softmax(z)).dataSync()
      })
  }

  const rules = {
    momentum: (rate) => tf.train.momentum(rate, 0.9),
    nesterov: (rate) => tf.train.momentum(rate, 0.9, true),
    rmsprop: (rate) => tf.train.rmsprop(rate),
    adagrad: (rate) => tf.train.adagrad(rate),
    adadelta: (rate) => tf.train.adadelta(rate),
    adam: (rate) => tf.train.adam(rate),
  }
  function walk(rule, { start, steps, rate, gradientX, gradientY }) {
    if (!rules[rule]) return undefined
    return () => {
      const path = new Float64Array(2 * steps + 2)
      const w = tf.variable(tf.tensor1d([...start]))
      const optimizer = rules[rule](rate)
      path.set(start)
      for (let k = 1; k <= steps; k++) {
        const at = 2 * k - 2
        const g = tf.tensor1d([gradientX(path[at], path[at + 1]), gradientY(path[at], path[at + 1])])
        optimizer.applyGradients([{ name: w.name, tensor: g }])
        g.dispose()
        path.set(w.dataSync(), 2 * k)
      }
      optimizer.dispose()
      w.dispose()
      return path
    }
  }
  return { name: `tfjs ${backend}`, ready, train, map, walk }
}

export const peers = ['cpu', 'wasm'].map(peerOf)
