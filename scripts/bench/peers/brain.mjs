// brain.js 2.0.0-beta.24: float32, an update after each example, always with momentum; tanh throughout, the output as
// well.
import brain from 'brain.js'

const isMine = ({ activation, optimizer, outputs }) =>
  activation === 'tanh' && optimizer === 'sgd' && outputs === 1

function build({ inputs, hidden, outputs, rate }, layers) {
  const options = { inputSize: inputs, hiddenLayers: [...hidden], outputSize: outputs, activation: 'tanh' }
  const net = new brain.NeuralNetwork({ ...options, learningRate: rate })
  net.updateTrainingOptions({ activation: 'tanh', learningRate: rate })
  net.sizes = [inputs, ...hidden, outputs]
  net.initialize()
  layers.forEach(({ W, b, inputs: count, units }, l) => {
    for (let j = 0; j < units; j++) {
      for (let i = 0; i < count; i++) net.weights[l + 1][j][i] = W[j * count + i]
      net.biases[l + 1][j] = b[j]
    }
  })
  return net
}

function train(work, { x, d }, layers) {
  if (!isMine(work)) return undefined
  const net = build(work, layers)
  const { inputs, outputs, examples } = work
  const patterns = Array.from({ length: examples }, (_, n) => ({
    input: Float32Array.from(x.subarray(n * inputs, (n + 1) * inputs)),
    output: Float32Array.from(d.subarray(n * outputs, (n + 1) * outputs)),
  }))
  return {
    epoch: () => patterns.forEach((pattern) => net.trainPattern(pattern)),
    outputs: () => patterns.flatMap(({ input }) => Array.from(net.runInput(input))),
    sameWork: false,
  }
}

function map(work, layers, points, count) {
  if (!isMine(work)) return undefined
  const net = build(work, layers)
  const input = new Float32Array(work.inputs)
  const out = new Float64Array(count)
  return () => {
    for (let n = 0; n < count; n++) {
      for (let i = 0; i < work.inputs; i++) input[i] = points[n * work.inputs + i]
      out[n] = net.runInput(input)[0]
    }
    return out
  }
}

export const peers = [{ name: 'brain.js', train, map, walk: () => undefined }]
