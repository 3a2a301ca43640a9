import { useRef } from 'react'
import { useWatch } from '../../drawing/useWatch.ts'
import { useStage } from '../context.tsx'
import { inferenceWords } from './inference.ts'

/** The comparison of one run in words, read out and not shown. */
export function InferenceTold({ run }: { run: number }) {
  const { insides } = useStage()
  const element = useRef<HTMLParagraphElement>(null)
  useWatch(
    () => [insides.version(['inference'])],
    () => {
      const own = insides.of(run)?.inference
      if (element.current) element.current.textContent = own ? inferenceWords(own) : ''
    },
  )
  return <p ref={element} className="unseen" />
}
