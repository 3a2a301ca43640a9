import { useEffect, useMemo, useState } from 'react'
import type { Probe } from '../../engine/training/insides.ts'
import { hurry } from '../drawing/frame.ts'
import { useLab } from '../lab/context.tsx'
import type { Stage } from './context.tsx'
import { createHeld } from './held.ts'
import { type Answer, createInsides } from './insides.ts'
import type { Pointed } from './pointed.ts'
import { createScenes } from './scene.ts'

/** How the insides of networks are asked for, and come. */
export interface Asking {
  /** Asks for what a network holds at a step; a later question takes the place of an earlier one. */
  probe: (probe: Probe) => void
  /** Calls back with the answers until called off. */
  onInsides: (listener: (answer: Answer) => void) => () => void
}

/** A stage of its own for rows of panels, which follows the lab as long as it is mounted. */
export function useNewStage({ probe, onInsides }: Asking, isNarrow: boolean, hasSwitches = false): Stage {
  const lab = useLab()
  const [parts] = useState(() => {
    const insides = createInsides(lab, probe)
    return {
      insides,
      pointed: createHeld<Pointed | undefined>(lab, undefined),
      example: createHeld<number | undefined>(lab, undefined),
      sceneOf: createScenes(insides),
    }
  })
  const { insides } = parts
  useEffect(() => onInsides(insides.receive), [onInsides, insides])
  useEffect(() => insides.follow(), [insides])
  // Panels show an edit when the engine has answered: that it was pressed is seen before.
  useEffect(
    () =>
      lab.subscribe((state, old) => {
        if (state.experiment !== old.experiment && !state.drafting) hurry()
      }),
    [lab],
  )
  return useMemo(() => ({ ...parts, isNarrow, hasSwitches }), [parts, isNarrow, hasSwitches])
}
