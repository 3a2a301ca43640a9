import { Rail, type RailProps } from './Rail.tsx'
import { Speed } from './Speed.tsx'
import { PlayButton, StepButton } from './Transport.tsx'
import './time.css'

/** The transport at the lower edge of a narrow screen, within a thumb's reach. Wider screens do not show it. */
export default function TransportDock({ flagWords }: Pick<RailProps, 'flagWords'>) {
  return (
    <div className="transport-dock" role="group" aria-label="Transport">
      <StepButton by={-1} />
      <PlayButton />
      <StepButton by={1} />
      <Rail flagWords={flagWords} />
      <Speed />
    </div>
  )
}
