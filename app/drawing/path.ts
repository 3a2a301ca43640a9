/** Ways in which an outline goes on. */
export const M = 0
export const L = 1
export const C = 2
export const ARC = 3
export const RECT = 4
export const Z = 5

/** How paths were drawn: the text that they began with, then ways with their numbers, one after the other. */
export const logs = new WeakMap<Path2D, { text: string; log: number[] }>()

/** A class of its own, made when it is needed: there is no `Path2D` where nothing is drawn. */
const make = () =>
  class extends Path2D {
    #log: number[] = []
    constructor(from?: string | Path2D) {
      super(from)
      const known = typeof from === 'string' ? { text: from, log: [] } : from && logs.get(from)
      this.#log = [...(known?.log ?? [])]
      logs.set(this, { text: known?.text ?? '', log: this.#log })
    }
    override moveTo(x: number, y: number) {
      super.moveTo(x, y)
      this.#log.push(M, x, y)
    }
    override lineTo(x: number, y: number) {
      super.lineTo(x, y)
      this.#log.push(L, x, y)
    }
    override bezierCurveTo(a: number, b: number, c: number, d: number, x: number, y: number) {
      super.bezierCurveTo(a, b, c, d, x, y)
      this.#log.push(C, a, b, c, d, x, y)
    }
    override arc(x: number, y: number, r: number, from: number, to: number) {
      super.arc(x, y, r, from, to)
      this.#log.push(ARC, x, y, r, from, to)
    }
    override rect(x: number, y: number, width: number, height: number) {
      super.rect(x, y, width, height)
      this.#log.push(RECT, x, y, width, height)
    }
    override closePath() {
      super.closePath()
      this.#log.push(Z)
    }
  }
let Path: ReturnType<typeof make> | undefined

/** A path for a canvas that can be written as SVG, too. Goes on from another one, or from an outline as text. */
export const createPath = (from?: string | Path2D): Path2D => new (Path ??= make())(from)
