import { RunActions } from './RunActions.tsx'
import type { RunMenuProps } from './RunMenu.tsx'
import { RunSettings } from './RunSettings.tsx'

/** What a run's menu opens: its settings, and what can be done with it. */
export default function RunPanel({ experiment, run, isHidden }: RunMenuProps) {
  return (
    <>
      <RunSettings experiment={experiment} run={run} />
      <RunActions experiment={experiment} run={run} isHidden={isHidden} />
    </>
  )
}
