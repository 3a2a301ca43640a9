import { Live } from '../drawing/Live.tsx'
import { stylesOf } from '../drawing/palette.ts'
import { useLabState } from '../lab/context.tsx'
import { AddRuns } from './AddRuns.tsx'
import { EmptyRace } from './EmptyRace.tsx'
import { Rates } from './Rates.tsx'
import { RosterRow } from './RosterRow.tsx'
import './surface.css'

/** Who races, with what settings, how far each has got. */
export function Roster() {
  const runs = useLabState(({ experiment }) => experiment.runs)
  if (runs.length === 0) return <EmptyRace />
  const styles = stylesOf(runs)
  return (
    <section className="roster" aria-label="Race">
      <table>
        <thead>
          <tr>
            <th scope="col">Optimizer</th>
            <th scope="col">step</th>
            <th scope="col">memory</th>
            <th scope="col" className="live">
              loss at <Live read={(state) => String(state.step)} />
            </th>
            <th scope="col">steps to 1&nbsp;%</th>
            <th>
              <span className="unseen">More</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run, i) => (
            <RosterRow key={run.id} run={run} style={styles[i]} />
          ))}
        </tbody>
      </table>
      <AddRuns />
      <Rates />
    </section>
  )
}
