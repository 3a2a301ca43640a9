import { createContext, useContext } from 'react'
import type { Theme } from '../drawing/theme.ts'
import type { LabState } from '../lab/lab.ts'
import type { Held } from './held.ts'
import type { InsidesStore } from './insides.ts'
import type { PointedStore } from './pointed.ts'
import type { Scene } from './scene.ts'

/** What the columns and rows of one Network view have in common. */
export interface Stage {
  insides: InsidesStore
  pointed: PointedStore
  /** The example of the batch that is looked at, by its place in it; none while nothing asks. */
  example: Held<number | undefined>
  sceneOf: (state: LabState, theme: Theme) => Scene
  isNarrow: boolean
  /** Whether tricks are switched beside the rows. */
  hasSwitches: boolean
}

const StageContext = createContext<Stage | undefined>(undefined)
export const StageProvider = StageContext.Provider

export function useStage(): Stage {
  const stage = useContext(StageContext)
  if (!stage) throw new Error('no Network view around this component')
  return stage
}
