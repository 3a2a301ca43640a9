import { Rail, type RailProps } from './Rail.tsx'
import { Speed } from './Speed.tsx'
import { PlayButton, RestartButton, StepButton } from './Transport.tsx'
import './time.css'

interface Props extends Pick<RailProps, 'flagWords' | 'onPoint'> {
  /** Px left and right of the rail, so that it lies under the plots above it. */
  left: number
  right: number
  /** Px of the rail. */
  width: number
  /** The rail alone: the transport is docked elsewhere. */
  isBare?: boolean
}

/** Play, the rail of steps, and single steps. */
export function Timeline({ left, right, width, isBare = false, flagWords, onPoint }: Props) {
  return (
    <div className="timeline" role="group" aria-label="Time">
      {!isBare && (
        <div className="timeline-play">
          <PlayButton />
        </div>
      )}
      <div className="timeline-rail" style={{ left, right }}>
        <Rail width={width} flagWords={flagWords} onPoint={onPoint} />
      </div>
      {!isBare && (
        <div className="timeline-steps" style={{ width: right - 8 }}>
          <StepButton by={-1} />
          <StepButton by={1} />
          <RestartButton />
          <Speed />
        </div>
      )}
    </div>
  )
}
