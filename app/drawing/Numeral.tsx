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

/** The same outside React, for numbers that follow the cursor: `element` holds nothing else. */
export function writeNumeral(element: Element, { base, exponent = '' }: NumberText): void {
  if (element.childNodes.length !== 2) element.replaceChildren('', document.createElement('sup'))
  const [text, raised] = element.childNodes
  if (text.textContent !== base) text.textContent = base
  if (raised.textContent !== exponent) raised.textContent = exponent
}
