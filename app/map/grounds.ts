import type { SurfaceProblem } from '../../engine/experiment/experiment.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import { poseSurface } from '../../engine/training/surfaceObjective.ts'
import { parseColour } from '../drawing/colour.ts'
import { pixelRatio } from '../drawing/exposure.ts'
import type { Theme } from '../drawing/theme.ts'
import { createGroundCache, type Picture } from './groundCache.ts'
import { chooseLevels } from './groundLevels.ts'
import { latest } from './latest.ts'
import type { Scene } from './scene.ts'

/** The ground of a scene, from the cache or drawn for it. `onFine` is called when a better one is ready. */
export function createGrounds(onFine: () => void) {
  const cache = createGroundCache(onFine)
  const levelsOf = latest((flat: string, x0: number, x1: number, y0: number, y1: number) => {
    const problem: SurfaceProblem = JSON.parse(flat)
    const posed = poseSurface(problem)
    return chooseLevels(posed.value, posed, [x0, x1, y0, y1], surfaces[problem.surface].levels)
  })
  return {
    dispose: cache.dispose,
    pictureOf({ view, posed, ground }: Scene, { shade, colours }: Theme): Picture {
      const problem: SurfaceProblem = JSON.parse(ground)
      const levels = levelsOf(JSON.stringify({ ...problem, rotation: 0 }), ...view.domain)
      const key = [ground, view.width, view.height, pixelRatio(), shade].join(' ')
      // Lines are cool ink on the light ground, warm paper on the dark one.
      const line = shade === 'light' ? '28, 40, 60' : parseColour(colours.ink).join(', ')
      return cache.picture(key, { value: posed.value, levels, shade, line }, view, pixelRatio())
    },
  }
}
export type Grounds = ReturnType<typeof createGrounds>
