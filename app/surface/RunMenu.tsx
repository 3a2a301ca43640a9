import type { Experiment, Run } from '../../engine/experiment/experiment.ts'
import { Icon } from '../controls/icons.tsx'
import { Popover } from '../controls/Popover.tsx'
import { runName } from './names.ts'
import { RunActions } from './RunActions.tsx'
import { RunSettings } from './RunSettings.tsx'
import { WhileOpen } from './WhileOpen.tsx'

interface Props {
  experiment: Experiment
  run: Run
  isHidden: boolean
}

/** All that the roster has no place for: the other settings of a run, and what can be done with it. */
export function RunMenu({ experiment, run, isHidden }: Props) {
  const name = runName(run)
  return (
    <Popover
      className="more"
      label={`${name}, settings and more`}
      buttonLabel={`More of ${name}`}
      panel={
        <WhileOpen>
          <div className="run-panel">
            <RunSettings experiment={experiment} run={run} />
            <RunActions experiment={experiment} run={run} isHidden={isHidden} />
          </div>
        </WhileOpen>
      }
    >
      <Icon name="more" />
    </Popover>
  )
}
