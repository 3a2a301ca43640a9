/**
 * All numbers of all networks of one thread lie in this one array; kernels take integer offsets into it. V8 then knows
 * its address and length while it compiles a kernel, which makes it up to one and a half times as fast. That holds only
 * for a constant private to the kernel's own module, hence the line `const memory = arena` at the top of each. Node 20
 * also loses it where a bundler turns the constants of an ES module into `var` (Rolldown: `topLevelVar: false` keeps
 * them); Chromium 156 does not mind, nor does a bundle wrapped in a function.
 */
export const arena = new Float64Array(1 << 24)

/** As many zeros at the start of the arena, for products that begin with nothing. */
export const ZEROS = 0
const zeroCount = 1024

/** Start and end of each free region, in order, neighbours joined. */
const free: [start: number, end: number][] = [[zeroCount, arena.length]]
const taken = new Map<number, number>()
/** Beyond this nothing was ever written, so that it is still zero (and takes no memory of the machine). */
let touched = zeroCount

/** The offset of `size` zeros, until they are released. */
export function allocate(size: number): number {
  const hole = free.find(([start, end]) => end - start >= size)
  if (!hole) {
    const largest = Math.max(0, ...free.map(([start, end]) => end - start))
    throw new RangeError(
      `A network needs ${size} numbers in one piece; ${largest} are free. Release one first.`,
    )
  }
  const [start] = hole
  hole[0] += size
  if (hole[0] === hole[1]) free.splice(free.indexOf(hole), 1)
  taken.set(start, size)
  arena.fill(0, start, Math.min(start + size, touched))
  touched = Math.max(touched, start + size)
  return start
}

/** Gives a region back. Views of it show other networks' numbers from then on. */
export function release(start: number): void {
  const size = taken.get(start)
  if (size === undefined) throw new RangeError(`There is no region at ${start}.`)
  taken.delete(start)
  const at = free.findIndex(([from]) => from > start)
  free.splice(at < 0 ? free.length : at, 0, [start, start + size])
  for (let i = free.length - 1; i > 0; i--)
    if (free[i - 1][1] === free[i][0]) {
      free[i - 1][1] = free[i][1]
      free.splice(i, 1)
    }
}

/** How many numbers are in use: 0 when every network was released. */
export const used = (): number => [...taken.values()].reduce((sum, size) => sum + size, 0)

/** A window on a region; what is written there is what the kernels read. */
export const view = (start: number, size: number): Float64Array => arena.subarray(start, start + size)
