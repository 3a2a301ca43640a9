import { useRef } from 'react'
import { useSize } from '../drawing/useSize.ts'
import { Timeline } from '../time/Timeline.tsx'
import { flagLabel } from './flags.ts'

/** Px of the gutter, and of the buttons on the right. */
const LEFT = 126
const RIGHT = 112

/** The one timeline of all columns, with what was switched and when below it. On a phone the dock has the rail. */
export function NetworkTimeline({ onPoint }: { onPoint: (step: number | undefined) => void }) {
  const host = useRef<HTMLDivElement>(null)
  const width = useSize(host)?.width ?? 0
  return (
    <div ref={host} className="network-time">
      {width > 0 && (
        <Timeline
          left={LEFT}
          right={RIGHT}
          width={width - LEFT - RIGHT}
          flagWords={flagLabel}
          onPoint={onPoint}
        />
      )}
    </div>
  )
}
