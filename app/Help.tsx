import { KeyList } from './controls/KeyList.tsx'
import { Fingerprint } from './lab/Fingerprint.tsx'
import { keys } from './lab/keyboard.ts'

/** What the `?` opens. */
export default function Help() {
  return (
    <KeyList keys={keys}>
      <Fingerprint />
    </KeyList>
  )
}
