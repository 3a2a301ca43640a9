/**
 * The network library, as training, studies and the worker see it.
 *
 *     const network = createNetwork(architecture, batch)
 *     configure(network, settings)
 *     initialize(network, initializers.xavier, seed)
 *     drawMasks(network, streams, k, rows.length) // where units are dropped
 *     train(network, data, rows) // writes network.gradient and network.last
 *     optimizer.update(update) // with w: network.w, gradient: network.gradient
 *     predict(network, x, count, out)
 *     releaseNetwork(network)
 */
export { activations, type Activation } from './activation.ts'
export {
  type Architecture,
  batchNormParameters,
  bounds,
  type Data,
  dropoutParameters,
  keepParameter,
  type LayerShape,
  outputsOf,
  penaltyParameters,
  plainSettings,
  type Settings,
} from './architecture.ts'
export { batchNormTerms, type BatchNormTerms, type Statistics } from './batchNorm.ts'
export { createCurvature, type Curvature } from './curvature.ts'
export { divergences, type Divergence } from './divergence.ts'
export { dropoutStreams } from './dropout.ts'
export { measurePopulation, predict, testLoss } from './inference.ts'
export { initialize, initializers, type Initializer } from './initializers.ts'
export { view } from './kernels/arena.ts'
export {
  indexedPlaces,
  parameterCount,
  parameterOrder,
  parameterPlaces,
  type ParameterPlace,
  type Workspace,
} from './layout.ts'
export type { Layer } from './layer.ts'
export {
  configure,
  createNetwork,
  type Network,
  type Parameter,
  parameterOf,
  regionSize,
  releaseNetwork,
} from './network.ts'
export { penaltyOf } from './penalty.ts'
export { filterNormalized, slice } from './slice.ts'
export { droppable, exactAverage, monteCarlo, subnetwork } from './subnetworks.ts'
export { drawMasks, putMask, train } from './training.ts'
export { normalizeUnit, type UnitNorm } from './unitNorm.ts'
