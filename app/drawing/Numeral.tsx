import type { NumberText } from './format.ts'

/** A number in the page, its exponent raised. */
export function Numeral({ of: { base, exponent } }: { of: NumberText }) {
  return (
    <>
      {base}
      {exponent !== undefined && <sup>{exponent}</sup>}
    </>
  )
}
