import { measured, type NumberText, setting } from '../drawing/format.ts'

/** Stands where there is no number yet: before the first update. */
export const dash: NumberText = { base: '–' }

/** A number of the equation: four digits at most, never more than four decimals. */
export function operand(value: number): NumberText {
  if (!Number.isFinite(value)) return dash
  const size = Math.abs(value)
  if (size < 0.00095 && value !== 0) return measured(value)
  if (size >= 999.5) return setting(Number(value.toPrecision(size < 99_995 ? 4 : 3)))
  if (Number.isInteger(value)) return setting(value)
  const digits = size >= 99.95 ? 1 : size >= 9.995 ? 2 : size >= 0.0995 ? 3 : 4
  return { base: value.toFixed(digits).replace('-', '−') }
}

/** A number that is the same for all coordinates is a setting: 0.9 stays 0.9. */
export const constant = (value: number): NumberText =>
  Number.isFinite(value) ? setting(Number(value.toPrecision(4))) : dash
