import type { Parameters } from '../../engine/parameters.ts'

/** A page of the reference, made from what the engine and the controls are made from. */
export interface Entry {
  /** In the address, within its group. */
  id: string
  title: string
  summary: string
  /** TeX, a line each. */
  formulas: readonly string[]
  parameters: Parameters
  /** What it keeps from one update to the next: TeX and words. */
  remembers?: readonly { symbol: string; label: string }[]
  /** Further facts, a line each; texts may have the marks of lessons. */
  facts: readonly { what: string; says: string }[]
  sources: readonly string[]
  /** How far it is from PyTorch, in a sentence. */
  checked?: string | undefined
  /** An experiment with it, as in an address. */
  link?: string
}

export interface Group {
  /** In the address: `optimizers`. */
  id: string
  title: string
  /** What the pages of the group have in common. */
  says: string
  entries: readonly Entry[]
}

/** Two digits are enough for a difference: 1.9 × 10⁻¹⁵, as TeX within a text. */
export function difference(value: number): string {
  if (value === 0) return '0, not a bit'
  const [digits, exponent] = value.toExponential(1).split('e')
  return `$${digits.replace(/\.0$/, '')}\\cdot10^{${Number(exponent)}}$`
}
