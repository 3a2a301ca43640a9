import { beforeAll, expect, it, vi } from 'vitest'
import { createPath } from '../../drawing/path.ts'
import { pathText } from './pathText.ts'

beforeAll(() => {
  class Silent {
    moveTo() {}
    lineTo() {}
    bezierCurveTo() {}
    arc() {}
    rect() {}
    closePath() {}
  }
  vi.stubGlobal('Path2D', Silent)
})

it('writes what was drawn', () => {
  const path = createPath()
  path.moveTo(1, 2)
  path.lineTo(3.456, -4)
  path.closePath()
  path.rect(0, 0, 10, 5)
  expect(pathText(path)).toBe('M1 2L3.46 -4ZM0,0h10v5h-10z')
})

it('writes a circle in two halves, on its own or from where the line was', () => {
  const dot = createPath()
  dot.arc(5, 5, 2, 0, 2 * Math.PI)
  expect(pathText(dot)).toBe('M7,5A2,2 0 0 1 3,5A2,2 0 0 1 7,5')
  const tied = createPath()
  tied.moveTo(0, 5)
  tied.arc(5, 5, 2, 0, Math.PI)
  expect(pathText(tied)).toBe('M0 5L7,5A2,2 0 0 1 5,7A2,2 0 0 1 3,5')
})

it('goes on from another path, which stays as it is', () => {
  const first = createPath('M0,0h1')
  const second = createPath(first)
  second.lineTo(2, 2)
  expect(pathText(second)).toBe('M0,0h1L2 2')
  expect(pathText(first)).toBe('M0,0h1')
})
