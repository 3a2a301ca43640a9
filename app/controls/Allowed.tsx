import { setting } from '../drawing/format.ts'
import { Numeral } from '../drawing/Numeral.tsx'
import type { Range } from './scrubbing.ts'

/** "1 to 20000" */
export const Allowed = ({ range: { min, max } }: { range: Range }) => (
  <>
    <Numeral of={setting(min)} /> to <Numeral of={setting(max)} />
  </>
)
