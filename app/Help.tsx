import { KeyList } from './controls/KeyList.tsx'
import { Fingerprint } from './lab/Fingerprint.tsx'
import { useLabState } from './lab/context.tsx'
import { keysOn } from './lab/keyboard.ts'
import { Beside } from './share/Beside.tsx'

/** What the `?` opens, and what works without being asked for. */
export default function Help() {
  const kind = useLabState(({ experiment }) => experiment.problem.kind)
  return (
    <>
      <KeyList keys={keysOn(kind)}>
        <Fingerprint />
      </KeyList>
      <Beside />
    </>
  )
}
