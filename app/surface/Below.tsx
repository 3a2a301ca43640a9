import { EquationSheet } from './EquationSheet.tsx'
import { LookFor } from './LookFor.tsx'
import { Roster } from './Roster.tsx'

/** Below the map: who races with which settings, what to look for, and the rule in focus with its numbers. */
export default function Below() {
  return (
    <>
      <div>
        <Roster />
        <LookFor />
      </div>
      <div data-key="equation" tabIndex={-1}>
        <EquationSheet />
      </div>
    </>
  )
}
