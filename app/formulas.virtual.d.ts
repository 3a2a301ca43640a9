interface FormulaSheet {
  /** TeX → what is shown, packed; what is said. */
  formulas: Readonly<Record<string, readonly [packed: string, spoken: string]>>
  /** `{n ` in a packed formula stands for the n-th piece, n in base 36, and `}` for `</span>`. */
  pieces: readonly string[]
}
declare module 'virtual:formulas' {
  const sheet: FormulaSheet
  export default sheet
}
declare module 'virtual:formulas/equations' {
  const sheet: FormulaSheet
  export default sheet
}
declare module 'virtual:formulas/lessons' {
  const sheet: FormulaSheet
  export default sheet
}
declare module 'virtual:formulas/reference' {
  const sheet: FormulaSheet
  export default sheet
}
