import { describe, expect, test } from 'vitest'
import { createCurvature } from './curvature.ts'
import {
  dataOf,
  everyRow,
  excess,
  flatParameters,
  networkOf,
  type Reference,
  type ReferenceLayer,
  readCases,
  trained,
} from './network.fixture.ts'
import { configure, type Network, releaseNetwork } from './network.ts'
import { filterNormalized, slice } from './slice.ts'
import { plainSettings } from './architecture.ts'

interface HessianCase extends Reference {
  tol: number
  params: ReferenceLayer[]
  v: number[]
  expect: {
    loss: number
    grad: number[]
    lambda_max: number
    top_eigenvector: number[]
    eigenvalues: number[]
    trace: number
    Hv: number[]
    hessian_upper?: number[]
  }
}
interface SliceCase extends Reference {
  tol: number
  params: ReferenceLayer[]
  directions_raw: [ReferenceLayer[], ReferenceLayer[]]
  axis: number[]
  expect: { directions: [ReferenceLayer[], ReferenceLayer[]]; loss: number[][] }
}

function open(one: HessianCase | SliceCase) {
  const rows = everyRow(one.data.x.length)
  const network = networkOf(one, one.params, rows.length)
  configure(network, { ...plainSettings, penalty: { l2: one.l2_lambda, l1: 0 } })
  return { network, rows, data: dataOf(one) }
}

/** Column by column: H applied to each unit vector. */
function wholeHessian(
  network: Network,
  multiply: (v: Float64Array, out: Float64Array) => void,
): Float64Array[] {
  return Array.from({ length: network.size }, (_, i) => {
    const unit = new Float64Array(network.size)
    unit[i] = 1
    const column = new Float64Array(network.size)
    multiply(unit, column)
    return column
  })
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, x, i) => sum + x * b[i], 0)

describe('hessian.json', () => {
  test.each(readCases<HessianCase>('hessian.json').map((one) => [one.id, one] as const))('%s', (_id, one) => {
    const { network, rows, data } = open(one)
    const { tol, expect: stored } = one
    const curvature = createCurvature(network, data, rows)
    const product = (v: ArrayLike<number>) => {
      const out = new Float64Array(network.size)
      curvature.multiply(Float64Array.from(v), out)
      return out
    }
    const hessian = wholeHessian(network, curvature.multiply)
    const top = stored.top_eigenvector
    const differences: Record<string, number> = {
      loss: excess([trained(network, data, rows)], [stored.loss], tol),
      grad: excess(network.gradient, stored.grad, tol),
      Hv: excess(product(one.v), stored.Hv, tol),
      'the top eigenvector is stretched by lambda_max': excess(
        product(top),
        top.map((x) => stored.lambda_max * x),
        tol,
      ),
      trace: excess([hessian.reduce((sum, column, i) => sum + column[i], 0)], [stored.trace], tol),
      'sum of squared eigenvalues': excess(
        [hessian.reduce((sum, column) => sum + dot(column, column), 0)],
        [dot(stored.eigenvalues, stored.eigenvalues)],
        tol,
      ),
      'the Hessian is symmetric': Math.max(
        ...hessian.map((column, i) =>
          excess(
            column,
            Array.from(hessian, (other) => other[i]),
            tol,
          ),
        ),
      ),
    }
    if (stored.hessian_upper) {
      const upper = hessian.flatMap((column, i) => [...column.subarray(i)])
      differences.hessian_upper = excess(upper, stored.hessian_upper, tol)
    }
    curvature.release()
    releaseNetwork(network)
    for (const [what, difference] of Object.entries(differences))
      expect(difference, what).toBeLessThanOrEqual(1)
  })
})

describe('slice.json', () => {
  test.each(readCases<SliceCase>('slice.json').map((one) => [one.id, one] as const))('%s', (_id, one) => {
    const { network, rows, data } = open(one)
    const before = network.w.slice()
    const directions = one.directions_raw.map((raw) => filterNormalized(network, flatParameters(raw)))
    directions.forEach((direction, i) => {
      expect(excess(direction, flatParameters(one.expect.directions[i]), one.tol)).toBeLessThanOrEqual(1)
    })
    const loss = slice(network, data, rows, [directions[0], directions[1]], one.axis)
    expect(excess(loss, one.expect.loss.flat(), one.tol)).toBeLessThanOrEqual(1)
    expect(network.w, 'the network is as it was').toEqual(before)
    releaseNetwork(network)
  })
})
