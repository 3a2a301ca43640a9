import type { Parameters } from '../../engine/parameters.ts'

/** Settings that stand together. */
export interface Settings {
  parameters: Parameters
  /** Whose they are, where one page has several: `by norm`. */
  of?: string
  /** What they follow in a link, all in this order, where they have no keys of their own: `bn=`, `sgd.clip=norm,`. */
  after?: string
}

/** A page of the reference, made from what the engine and the controls are made from. */
export interface Entry {
  /** In the address, within its group. */
  id: string
  title: string
  summary: string
  /** TeX, a line each. */
  formulas: readonly string[]
  settings: readonly Settings[]
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

/** The settings of each of a registry, which follow its name in a link. */
export const settingsOf = (
  registry: Readonly<Record<string, { id: string; name: string; parameters: Parameters }>>,
  key: string,
): Settings[] =>
  Object.values(registry).flatMap(({ id, name, parameters }) =>
    Object.keys(parameters).length > 0 ? [{ of: name, after: `${key}=${id},`, parameters }] : [],
  )

/** Two digits are enough for a difference: 1.9 × 10⁻¹⁵, as TeX within a text. */
export function difference(value: number): string {
  if (value === 0) return '0'
  const [digits, exponent] = value.toExponential(1).split('e')
  return `$${digits.replace(/\.0$/, '')}\\cdot10^{${Number(exponent)}}$`
}
