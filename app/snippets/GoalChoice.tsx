import type { Goal } from '../embed/goal.ts'

interface Props {
  goal: Goal | undefined
  host: string
  /** Of the experiment. */
  steps: number
  onChoose: (goal: Goal | undefined, host: string) => void
}

/** Whether the figure is an exercise, and who is told when it is done. */
export function GoalChoice({ goal, host, steps, onChoose }: Props) {
  const first: Readonly<Record<string, Goal | undefined>> = {
    none: undefined,
    loss: { kind: 'loss', atMost: 0.01, within: steps },
    diverge: { kind: 'diverge' },
  }
  const set = (more: Partial<Extract<Goal, { kind: 'loss' }>>) =>
    goal?.kind === 'loss' && onChoose({ ...goal, ...more }, host)
  return (
    <section>
      <h3>Exercise</h3>
      <p>
        <select
          aria-label="Exercise"
          value={goal?.kind ?? 'none'}
          onChange={({ target }) => onChoose(first[target.value], host)}
        >
          <option value="none">none</option>
          <option value="loss">bring a loss down</option>
          <option value="diverge">find a run that diverges</option>
        </select>
        {goal?.kind === 'loss' && (
          <>
            <label>
              to at most{' '}
              <input
                type="number"
                step="any"
                defaultValue={goal.atMost}
                onChange={({ target }) => target.value !== '' && set({ atMost: target.valueAsNumber })}
              />
            </label>
            <label>
              within{' '}
              <input
                type="number"
                min={0}
                max={steps}
                step={1}
                defaultValue={goal.within}
                onChange={({ target }) =>
                  target.validity.valid && target.value !== '' && set({ within: target.valueAsNumber })
                }
              />{' '}
              steps
            </label>
          </>
        )}
      </p>
      {goal && (
        <p className="caption">
          The figure says when it is done. The page around it is told, too, if it is at{' '}
          <input
            aria-label="Page that is told"
            type="url"
            value={host}
            placeholder="https://course.example"
            onChange={({ target }) => onChoose(goal, target.value)}
          />
          ; the element says that by itself.
        </p>
      )}
    </section>
  )
}
