/**
 * The claims of the lessons, with the settings of their figures and the margins they were measured with (in PyTorch, in
 * float64). A claim that does not hold is a fault of the engine or of the lesson, not of the test.
 */
import { describe, expect, test } from 'vitest'
import { lessons } from './index.ts'
import type { Lesson } from './lesson.ts'
import type { Proof } from './proof.fixture.ts'

const proofs = Object.values(import.meta.glob<Proof>('./*.proof.ts', { eager: true, import: 'proof' }))

/** A test for each claim of the lessons that `suits` is true of. Two files divide the work between two processors. */
export function proveAll(suits: (lesson: Lesson) => boolean): void {
  describe.each(lessons.filter(suits).map((lesson) => [lesson.title, lesson] as const))('%s', (_, lesson) => {
    const proof = proofs.find((one) => one.lesson === lesson)
    test.each(Object.entries<string>(lesson.claims))('%s: %s', { timeout: 60_000 }, (name) => {
      expect(proof?.claims).toHaveProperty(name)
      proof?.claims[name]()
    })
  })
}
