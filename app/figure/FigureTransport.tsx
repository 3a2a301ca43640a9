import { useRef } from 'react'
import { useSize } from '../drawing/useSize.ts'
import { Rail, type RailProps } from '../time/Rail.tsx'
import { Speed } from '../time/Speed.tsx'
import { PlayButton, RestartButton, StepButton } from '../time/Transport.tsx'
import '../time/time.css'

/** Play, single steps, the rail, the pace and back to the start, in one line. */
export function FigureTransport({ flagWords }: Pick<RailProps, 'flagWords'>) {
  const host = useRef<HTMLDivElement>(null)
  const width = useSize(host)?.width ?? 0
  return (
    <div className="live-transport" role="group" aria-label="Time">
      <PlayButton />
      <StepButton by={-1} />
      <StepButton by={1} />
      <div ref={host} className="live-rail">
        {width > 0 && <Rail width={width} flagWords={flagWords} />}
      </div>
      <Speed />
      <RestartButton />
    </div>
  )
}
