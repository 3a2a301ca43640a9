import { useRef } from 'react'
import { plain } from '../../drawing/format.ts'
import { useWatch } from '../../drawing/useWatch.ts'
import { runName } from '../../../engine/experiment/runName.ts'
import { useStage } from '../context.tsx'
import { tricksAt } from '../tricks.ts'
import { figures, slotsOf } from './members.ts'

/** What stands below the maps of a crowd, for those who cannot see a canvas. */
export function CrowdTold({ run, samples }: { run: number; samples: number }) {
  const { insides } = useStage()
  const element = useRef<HTMLParagraphElement>(null)
  useWatch(
    () => [insides.version(['crowd', 'exact'])],
    () => {
      const [own, experiment] = [insides.of(run), insides.experiment()]
      if (!element.current || !own || !experiment?.runs[run]) return
      const tricks = tricksAt(experiment, experiment.runs[run], own.step)
      const told = slotsOf({ insides: own, tricks }, samples).map(({ title, member, absence }) => {
        const values = figures.map(({ words, of }) => {
          const text = member && of(member)
          return text ? `${words} ${plain(text)}` : ''
        })
        return `${plain(title)}: ${member ? values.filter(Boolean).join(', ') : absence}`
      })
      element.current.textContent = `Crowd of ${runName(experiment.runs[run])}. ${told.join('; ')}.`
    },
  )
  return <p ref={element} className="unseen" />
}
