import type { Size } from '../drawing/Layer.tsx'
import type { Theme } from '../drawing/theme.ts'
import type { LabState } from '../lab/lab.ts'
import type { Grounds } from './grounds.ts'
import type { Scene } from './scene.ts'

/** What the layers of one map share. */
export interface Drawing {
  grounds: Grounds
  theme: Theme
  sceneOf: (state: LabState, size: Size) => Scene
  /** Counts the fine grounds that have come. */
  fine: number
}
