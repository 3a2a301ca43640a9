import { Allowed } from '../controls/Allowed.tsx'
import { parseNumber } from '../drawing/format.ts'
import type { Goal } from '../embed/goal.ts'
import { Typed } from './Typed.tsx'

interface Props {
  goal: Goal | undefined
  host: string
  /** Of the experiment. */
  steps: number
  onChoose: (goal: Goal | undefined, host: string) => void
}

/** A loss: nothing is too small for one, and a surface may lie below nought. */
function readLoss(text: string): number | undefined {
  const value = parseNumber(text)
  return Number.isFinite(value) ? value : undefined
}

/** The origin of an address, which may name a page; an empty text where nobody is told. */
function readHost(text: string): string | undefined {
  if (text.trim() === '') return ''
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url && /^https?:$/.test(url.protocol) ? url.origin : undefined
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
  const readSteps = (text: string) => {
    const value = readLoss(text)
    return Number.isSafeInteger(value) && value! >= 0 && value! <= steps ? value : undefined
  }
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
            <span>
              to at most{' '}
              <Typed
                label="to at most"
                text={String(goal.atMost)}
                width={84}
                read={readLoss}
                takes="a number, such as 0.05 or 1e-6"
                onRead={(atMost) => set({ atMost })}
              />
            </span>
            <span>
              within{' '}
              <Typed
                label="within, in steps"
                text={String(goal.within)}
                width={84}
                read={readSteps}
                takes={
                  <>
                    a whole number from <Allowed range={{ min: 0, max: steps, scale: 'integer' }} />, the
                    figure’s steps
                  </>
                }
                onRead={(within) => set({ within })}
              />{' '}
              steps
            </span>
          </>
        )}
      </p>
      {goal && (
        <p className="caption">
          The figure says when it is done. The page around it is told, too, if it is at{' '}
          <Typed
            label="Page that is told"
            text={host}
            placeholder="https://course.example"
            width={190}
            read={readHost}
            takes="the address of the page, such as https://course.example"
            onRead={(origin) => onChoose(goal, origin)}
          />
          ; the element says that by itself.
        </p>
      )}
    </section>
  )
}
