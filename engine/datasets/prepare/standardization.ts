/** What turns each column into one of mean 0 and spread 1: (x − mean)/spread. */
export interface Standardization {
  mean: Float64Array
  spread: Float64Array
}

/** Means and standard deviations over the rows of x (N, C); a column that never varies is only centred. */
export function fit(x: Float64Array, columns: number): Standardization {
  const rows = x.length / columns
  const mean = new Float64Array(columns)
  const spread = new Float64Array(columns)
  for (let i = 0; i < x.length; i++) mean[i % columns] += x[i] / rows
  for (let i = 0; i < x.length; i++) {
    const difference = x[i] - mean[i % columns]
    spread[i % columns] += (difference * difference) / rows
  }
  for (let c = 0; c < columns; c++) {
    // Equal values may leave a rounding error of their mean behind.
    const root = Math.sqrt(spread[c])
    spread[c] = root > 1e-12 * Math.abs(mean[c]) ? root : 1
  }
  return { mean, spread }
}

/** Standardises the rows of x in place. */
export function apply({ mean, spread }: Standardization, x: Float64Array): void {
  const columns = mean.length
  for (let i = 0; i < x.length; i++) x[i] = (x[i] - mean[i % columns]) / spread[i % columns]
}
