import { useLab } from '../lab/context.tsx'
import { mainSettings } from './mainSettings.ts'
import { RunActions } from './RunActions.tsx'
import { setRun } from './runEdits.ts'
import { runFields } from './runFields.ts'
import type { RunMenuProps } from './RunMenu.tsx'
import { RunName, RunSettings } from './RunSettings.tsx'

/** What the roster has its own columns for, and the optimizer, which is what a row is. */
const inRoster = (optimizer: string): string[] => [
  'optimizer',
  ...['learningRate', ...mainSettings(optimizer).map(([name]) => name)].map(
    (name) => `hyperparameters.${name}`,
  ),
]

/** What a run's menu opens: its other settings, and what can be done with it. */
export default function RunPanel({ run, isHidden }: RunMenuProps) {
  const lab = useLab()
  const shown = inRoster(run.optimizer)
  return (
    <>
      <RunName run={run} />
      <RunSettings
        run={run}
        fields={runFields(run).filter(({ path }) => !shown.includes(path))}
        onChange={(path, value, final) => lab.edit(setRun(run.id, path, value), final)}
      />
      <RunActions run={run} isHidden={isHidden} fieldsOf={runFields} />
    </>
  )
}
