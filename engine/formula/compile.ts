import type { Node } from './parse.ts'
import { type Operation, operations } from './operations.ts'

/** A formula ready to be evaluated; nothing is allocated by it. */
export interface Compiled {
  value: (x: number, y: number) => number
  /** Writes [f, fx, fy, fxx, fxy, fyy] at (x, y). */
  jet: (x: number, y: number, out: Float64Array) => void
}

/** One operation on earlier entries of the tape. */
interface Instruction {
  operation: Operation
  a: number
  b: number
  /** Whether the operand depends on x or y: the derivative by one that does not may be anything. */
  aVaries: boolean
  bVaries: boolean
}

const JET = 6

/**
 * Lays a formula out as a tape on which each instruction uses earlier results, and carries first and second derivatives
 * along with the values (forward mode: Griewank & Walther, Evaluating Derivatives, 2008, ch. 3 and 13). Constant parts are
 * worked out once.
 */
export function compile(node: Node): Compiled {
  const instructions: Instruction[] = []
  /** Values that stand on the tape before it runs: x, y, and constants. */
  const initial: number[] = [0, 0]
  const pending: { instruction: Omit<Instruction, 'aVaries' | 'bVaries'>; varies: [boolean, boolean] }[] = []
  interface Place {
    at: number
    varies: boolean
    value: number
  }
  const constant = (value: number): Place => ({ at: initial.push(value) - 1, varies: false, value })
  /** Results follow the constants, whose number is known at the end: until then they are counted from −1 down. */
  function lay(part: Node): Place {
    if (part.kind === 'number') return constant(part.value)
    if (part.kind === 'variable') return { at: part.index, varies: true, value: 0 }
    const operation = operations[part.name]
    const places = part.operands.map(lay)
    const [a, b = a] = places
    if (places.every(({ varies }) => !varies)) return constant(operation.value(a.value, b.value))
    pending.push({ instruction: { operation, a: a.at, b: b.at }, varies: [a.varies, b.varies] })
    return { at: -pending.length, varies: true, value: 0 }
  }
  const last = lay(node)
  const resolve = (at: number) => (at < 0 ? initial.length - 1 - at : at)
  for (const { instruction, varies } of pending)
    instructions.push({
      operation: instruction.operation,
      a: resolve(instruction.a),
      b: resolve(instruction.b),
      aVaries: varies[0],
      bVaries: varies[1],
    })

  const first = initial.length
  const end = resolve(last.at)
  const values = new Float64Array(first + instructions.length)
  values.set(initial)
  const jets = new Float64Array(JET * values.length)
  const slopes = new Float64Array(5)
  initial.forEach((value, i) => (jets[JET * i] = value))
  jets[1] = 1
  jets[JET + 2] = 1

  function run(x: number, y: number): void {
    values[0] = x
    values[1] = y
    for (let i = 0; i < instructions.length; i++) {
      const { operation, a, b } = instructions[i]
      values[first + i] = operation.value(values[a], values[b])
    }
  }

  /** The derivatives of instruction `i`, whose operands' are known. */
  function derive(i: number): void {
    const { operation, a, b, aVaries, bVaries } = instructions[i]
    const to = JET * (first + i)
    const p = JET * a
    const q = JET * b
    const v = values[first + i]
    operation.slopes(values[a], values[b], v, slopes)
    jets[to] = v
    for (let d = 1; d < JET; d++) jets[to + d] = 0
    const isOne = operation.operands === 1
    if (aVaries) {
      add(to, p, slopes[0])
      addSquare(to, p, p, slopes[isOne ? 1 : 2])
    }
    if (isOne) return
    if (bVaries) {
      add(to, q, slopes[1])
      addSquare(to, q, q, slopes[4])
    }
    if (aVaries && bVaries) {
      addSquare(to, p, q, slopes[3])
      addSquare(to, q, p, slopes[3])
    }
  }
  /** jets[to] += slope · jets[from] */
  function add(to: number, from: number, slope: number): void {
    if (slope === 0) return
    for (let d = 1; d < JET; d++) if (jets[from + d] !== 0) jets[to + d] += slope * jets[from + d]
  }
  /** The second derivatives gain curvature · ∇p ∇qᵀ. */
  function addSquare(to: number, p: number, q: number, curvature: number): void {
    if (curvature === 0) return
    const px = jets[p + 1]
    const py = jets[p + 2]
    const qx = jets[q + 1]
    const qy = jets[q + 2]
    if (px !== 0 && qx !== 0) jets[to + 3] += curvature * px * qx
    if (px !== 0 && qy !== 0) jets[to + 4] += curvature * px * qy
    if (py !== 0 && qy !== 0) jets[to + 5] += curvature * py * qy
  }

  return {
    value(x, y) {
      run(x, y)
      return values[end]
    },
    jet(x, y, out) {
      run(x, y)
      jets[0] = x
      jets[JET] = y
      for (let i = 0; i < instructions.length; i++) derive(i)
      for (let d = 0; d < JET; d++) out[d] = jets[JET * end + d]
    },
  }
}
