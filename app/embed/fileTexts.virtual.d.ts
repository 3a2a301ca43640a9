declare module 'virtual:fileTexts' {
  /** The files of the data sets by their path. */
  export const fileTexts: Readonly<Record<string, import('./fileTexts.ts').FileText>>
}
