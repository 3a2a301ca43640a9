import type { Parameters, Values } from './parameters.ts'

export type Point = readonly [x: number, y: number]
export type Domain = readonly [xMin: number, xMax: number, yMin: number, yMax: number]

export interface Extremum {
  at: Point
  /** What kind of stationary point it is; `global` minima are marked on the map. */
  kind: 'global' | 'local' | 'saddle' | 'maximum'
}

/**
 * A 2D objective with everything the lab needs to know about it. Coordinates here are its own, before the rotation
 * that a problem may put on top. Value, gradient and Hessian use only + − × ÷ √ and `mathematics.ts`.
 */
export interface Surface<P extends Parameters = Parameters> {
  id: string
  /** As it reads in a sentence after "On the": "Rosenbrock valley". */
  name: string
  summary: string
  /** TeX of f(x, y). */
  formula: string
  sources: readonly string[]
  parameters: P
  value: (x: number, y: number, parameters: Values<P>) => number
  /** Writes [∂f/∂x, ∂f/∂y]. */
  gradient: (x: number, y: number, parameters: Values<P>, out: Float64Array) => void
  /** Writes [fxx, fxy, fyy]. */
  hessian: (x: number, y: number, parameters: Values<P>, out: Float64Array) => void
  /** The part of the plane that the map shows. */
  domain: (parameters: Values<P>) => Domain
  /** What the surface turns about. */
  pivot: (parameters: Values<P>) => Point
  extrema: (parameters: Values<P>) => readonly Extremum[]
  /** The least value on the domain, so that heights can be read as f − floor on a log scale. */
  floor: (parameters: Values<P>) => number
  /** Good places to start; the first is the default. */
  starts: readonly Point[]
  /** Whether heights are banded by log₁₀(f − floor) or by its square root (plateaus). */
  levels: 'log' | 'sqrt'
  /**
   * A tuned learning rate per optimizer id, from a 1-2-5 grid by steps to 1 % of the start's height; optimizers
   * not listed keep their default.
   */
  rates: (parameters: Values<P>) => Readonly<Record<string, number>>
}

export const defineSurface = <const P extends Parameters>(surface: Surface<P>): Surface =>
  surface as unknown as Surface
