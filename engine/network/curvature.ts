import type { Data } from './architecture.ts'
import { diverge } from './divergence.ts'
import { allocate, release, view, ZEROS } from './kernels/arena.ts'
import { columnSums } from './kernels/columns.ts'
import { multiply, multiplyTransposed, outer } from './kernels/products.ts'
import { add, clear, copy, times } from './kernels/rows.ts'
import type { Layer } from './layer.ts'
import { placer, placeWorkspace, type Take } from './layout.ts'
import type { Network } from './network.ts'
import { outputCurvature } from './outputCurvature.ts'
import { forward } from './passes.ts'
import { load } from './training.ts'

/** A layer's numbers and, beside them, their rates of change when the parameters move along v. */
interface Tangent {
  layer: Layer
  V: number // (U, C) the part of v that belongs to W
  vb: number // (U)
  hW: number // (U, C) the part of H v
  hb: number // (U)
  rz: number // (B, U) of z
  ry: number // (B, U) of y
  rd: number // (B, U) of the derivative, first by y, then by z
  slope: number // (B, U)
}

/** The objective's second derivatives on a set of examples, without batch norm and dropout. */
export interface Curvature {
  /** out = H v, v and out in the order of the flat vector. Exact, at the network's present parameters. */
  multiply: (v: Float64Array, out: Float64Array) => void
  release: () => void
}

/**
 * H v by Pearlmutter's R operator (Neural Computation 1994), the derivative of the gradient along v at the cost of two
 * gradients. With R{x} the rate of change of x:
 *
 * forward    R{z} = W R{a} + V a + v_b;  R{y} = f'(z) R{z}
 * backward   R{∂z} = f'(z) R{∂y} + ∂y f''(z) R{z};  R{∂W} = R{∂z} aᵀ + ∂z R{a}ᵀ;  R{∂a} = Wᵀ R{∂z} + Vᵀ ∂z
 */
export function createCurvature(network: Network, data: Data, rows: Int32Array): Curvature {
  const { architecture, shared, divergence, size } = network
  const B = rows.length
  const { form, keep } = network.settings.dropout
  if (architecture.layers.some(({ batchNorm }, l) => batchNorm || (form === 'lecture' && keep[l] < 1)))
    throw new RangeError('Products with the Hessian are without batch norm and without dropped units.')

  const lay = (take: Take) => {
    const room = placeWorkspace(architecture, shared, B, take)
    const v = take(size)
    const h = take(size)
    const widest = Math.max(architecture.inputs, ...architecture.layers.map(({ units }) => units))
    const tangents = room.layers.map((layer): Tangent => {
      const whole = () => take(B * layer.units)
      return {
        layer,
        V: v + layer.W - shared.w,
        vb: v + layer.b - shared.w,
        hW: h + layer.W - shared.w,
        hb: h + layer.b - shared.w,
        rz: whole(),
        ry: whole(),
        rd: whole(),
        slope: whole(),
      }
    })
    return {
      room,
      v,
      h,
      tangents,
      spare: take(Math.max(B * widest, size)),
      still: take(B * architecture.inputs),
    }
  }
  const { take, taken } = placer(0)
  lay(take)
  const region = allocate(taken())
  const { room, v, h, tangents, spare, still } = lay(placer(region).take)

  /** R{z} and R{y} of every layer; the data do not move, so the first R{a} is zero. */
  function forwardTangents(): void {
    tangents.forEach(({ layer, V, vb, rz, ry }, l) => {
      const { W, input, zHat, y, inputs, units, activation } = layer
      multiply(l === 0 ? still : tangents[l - 1].ry, W, ZEROS, rz, B, units, inputs)
      multiply(input, V, vb, spare, B, units, inputs)
      add(spare, rz, B * units)
      copy(rz, ry, B * units)
      activation.backward(zHat, y, ry, B, units)
    })
  }

  function backwardTangents(): void {
    for (let l = tangents.length - 1; l >= 0; l--) {
      const { layer, V, hW, hb, rd } = tangents[l]
      const { W, input, dz, inputs, units } = layer
      outer(rd, input, hW, B, units, inputs)
      outer(dz, l === 0 ? still : tangents[l - 1].ry, spare, B, units, inputs)
      add(spare, hW, units * inputs)
      columnSums(rd, hb, B, units)
      if (l > 0) descend(tangents[l - 1], dz, rd, W, V, units)
    }
  }

  /** ∂y and R{∂y} of the layer below, and from them its ∂z and R{∂z}. */
  function descend(below: Tangent, dz: number, rd: number, W: number, V: number, units: number): void {
    const { layer, rz, slope } = below
    const { dzHat, zHat, y, units: width, activation } = layer
    multiplyTransposed(dz, W, dzHat, B, units, width)
    multiplyTransposed(rd, W, below.rd, B, units, width)
    multiplyTransposed(dz, V, spare, B, units, width)
    add(spare, below.rd, B * width)
    copy(dzHat, slope, B * width)
    activation.backward(zHat, y, dzHat, B, width)
    activation.backward(zHat, y, below.rd, B, width)
    activation.curvature!(zHat, y, slope, B, width)
    times(slope, rz, slope, B * width)
    add(slope, below.rd, B * width)
  }

  return {
    multiply(direction, out) {
      view(v, size).set(direction)
      clear(h, size)
      load(room, data, rows, 0, B)
      forward(network, room, B, 'batch', 'mean')
      const top = tangents[tangents.length - 1]
      forwardTangents()
      diverge(divergence, top.layer, room.target, room.divergence, B)
      outputCurvature(divergence, top, room.target, B)
      backwardTangents()
      out.set(view(h, size))
      const { l2 } = network.settings.penalty
      for (const { kind, offset, values } of network.parameters)
        if (kind === 'W')
          for (let i = 0; i < values.length; i++) out[offset + i] += l2 * direction[offset + i]
    },
    release: () => release(region),
  }
}
