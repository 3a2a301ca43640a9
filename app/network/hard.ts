/** Px of a hard map for each cell of its grid, so that its edges look as sharp as they are. */
const FINE = 4

/**
 * Outputs over the plane as classes, on a grid `FINE` times as fine, interpolated before they are judged: `values` is
 * (rows · columns, units), the answer (rows · columns · FINE²) indices of classes.
 */
export function hardened(
  values: ArrayLike<number>,
  [columns, rows]: readonly [number, number],
  units: number,
): { classes: Uint8Array; grid: readonly [columns: number, rows: number] } {
  const grid = [columns * FINE, rows * FINE] as const
  const classes = new Uint8Array(grid[0] * grid[1])
  // The cells on both sides of a place, and how far it is from the first.
  const along = (n: number, count: number) => {
    const at = Math.max(0, Math.min(count - 1, (n + 0.5) / FINE - 0.5))
    const first = Math.min(count - 2, Math.floor(at))
    return [Math.max(0, first), at - Math.max(0, first)] as const
  }
  for (let j = 0; j < grid[1]; j++) {
    const [row, dy] = along(j, rows)
    for (let i = 0; i < grid[0]; i++) {
      const [column, dx] = along(i, columns)
      const value = (unit: number) => {
        const at = (r: number, c: number) => values[((row + r) * columns + column + c) * units + unit]
        return (1 - dy) * ((1 - dx) * at(0, 0) + dx * at(0, 1)) + dy * ((1 - dx) * at(1, 0) + dx * at(1, 1))
      }
      let best = 0
      if (units === 1) best = value(0) > 0.5 ? 1 : 0
      else for (let unit = 1; unit < units; unit++) if (value(unit) > value(best)) best = unit
      classes[j * grid[0] + i] = best
    }
  }
  return { classes, grid }
}
