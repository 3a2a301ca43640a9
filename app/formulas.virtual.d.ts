declare module 'virtual:formulas' {
  /** TeX → what is shown, packed; what is said. */
  export const formulas: Readonly<Record<string, readonly [packed: string, spoken: string]>>
  /** `{n ` in a packed formula stands for the n-th piece, n in base 36, and `}` for `</span>`. */
  export const pieces: readonly string[]
}
