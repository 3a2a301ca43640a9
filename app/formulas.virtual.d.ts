declare module 'virtual:formulas' {
  /** TeX → what is shown (typeset HTML) and what is said. */
  export const formulas: Readonly<Record<string, readonly [html: string, spoken: string]>>
}
