import { lazy, Suspense } from 'react'
import type { Run } from '../../engine/experiment/experiment.ts'
import { Icon } from '../controls/icons.tsx'
import { Popover } from '../controls/Popover.tsx'
import { runName } from '../../engine/experiment/runName.ts'
import { WhileOpen } from './WhileOpen.tsx'

/** Not waited for, but there before a menu is opened: nothing is fetched once the page stands. */
const panel = import('./RunPanel.tsx')
const RunPanel = lazy(() => panel)

export interface RunMenuProps {
  run: Run
  isHidden: boolean
}

/** All that the roster has no place for: the other settings of a run, and what can be done with it. */
export function RunMenu({ run, isHidden }: RunMenuProps) {
  const name = runName(run)
  return (
    <Popover
      className="more"
      label={`${name}, settings and more`}
      buttonLabel={`More of ${name}`}
      panel={
        <WhileOpen>
          <div className="run-panel">
            <Suspense>
              <RunPanel run={run} isHidden={isHidden} />
            </Suspense>
          </div>
        </WhileOpen>
      }
    >
      <Icon name="more" />
    </Popover>
  )
}
