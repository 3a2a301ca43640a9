import { useRef } from 'react'
import { useSize } from '../drawing/useSize.ts'
import { Rail, type RailProps } from '../time/Rail.tsx'
import { Speed } from '../time/Speed.tsx'
import { PlayButton, RestartButton, StepButton } from '../time/Transport.tsx'
import '../time/time.css'

interface Props extends Pick<RailProps, 'flagWords'> {
  /** Below curves with values beside them: the rail has their scale, and its thumb is the end of their cursor. */
  isUnderCurves: boolean
}

/** Play, single steps, the rail, the pace and back to the start, in one line. */
export function FigureTransport({ flagWords, isUnderCurves }: Props) {
  const host = useRef<HTMLDivElement>(null)
  const width = useSize(host)?.width ?? 0
  const steps = (
    <>
      <StepButton by={-1} />
      <StepButton by={1} />
    </>
  )
  return (
    <div
      className="live-transport"
      data-under-curves={isUnderCurves ? '' : undefined}
      role="group"
      aria-label="Time"
    >
      <PlayButton />
      {!isUnderCurves && steps}
      <div ref={host} className="live-rail">
        {width > 0 && <Rail width={width} flagWords={flagWords} />}
      </div>
      {isUnderCurves && steps}
      <Speed />
      <RestartButton />
    </div>
  )
}
