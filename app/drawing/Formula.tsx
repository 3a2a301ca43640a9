import 'virtual:formulas.css'
import symbols from 'virtual:formulas'

const sheets: FormulaSheet[] = [symbols]

/** Makes the formulas of a sheet that was loaded later known. */
export function addFormulas(sheet: FormulaSheet): void {
  if (!sheets.includes(sheet)) sheets.push(sheet)
}

const unpack = (packed: string, pieces: readonly string[]) =>
  packed.replace(/\{(\w+) |\}/g, (_, n?: string) => (n ? pieces[parseInt(n, 36)] : '</span>'))

interface Props {
  /** One of the formulas of app/formulas.ts. */
  tex: string
  /** On a line of its own. */
  display?: boolean
  className?: string
}

/** A formula that was typeset when the page was built. Screen readers are told it in words. */
export function Formula({ tex, display = false, className }: Props) {
  const sheet = sheets.find(({ formulas }) => Object.hasOwn(formulas, tex))
  if (!sheet) {
    if (import.meta.env.DEV) throw new Error(`“${tex}” is not among the formulas of app/formulas.ts`)
    return <span className={className}>{tex}</span>
  }
  const [packed, spoken] = sheet.formulas[tex]
  return (
    <span
      className={['katex', display && 'display', className].filter(Boolean).join(' ')}
      role="img"
      aria-label={spoken}
      dangerouslySetInnerHTML={{ __html: unpack(packed, sheet.pieces) }}
    />
  )
}
