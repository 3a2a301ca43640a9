/** How a number moves when it is dragged, nudged with keys or typed. */
export interface Range {
  min: number
  max: number
  scale: 'linear' | 'log' | 'integer'
  /** The least move on a linear or integer scale. */
  step?: number | undefined
}

/** Without the last bits that decimal steps leave: 0.30000000000000004 is 0.3. */
const tidy = (value: number) => Number(value.toPrecision(10))

/** Where a log scale starts when its range includes 0: the least number that has a place on it. */
const LEAST = 1e-12

const clamp = (value: number, { min, max, scale }: Range) => {
  const inside = Math.max(min, Math.min(max, value))
  return scale === 'integer' ? Math.round(inside) : tidy(inside)
}

/**
 * A range that ends just below 1 is a memory: 0.9, 0.99 and 0.999 are as far from each other as 0.1, 0.01 and 0.001,
 * so it moves by ratio in 1 − value.
 */
const isMemory = ({ min, max, scale, step }: Range) =>
  scale === 'linear' && step === undefined && min === 0 && max < 1 && max >= 0.99

/** A step that divides a linear range into about a hundred. */
function stepOf({ min, max, scale, step }: Range): number {
  if (step !== undefined) return step
  if (scale === 'integer') return 1
  const hundredth = (max - min) / 100
  const power = 10 ** Math.floor(Math.log10(hundredth) + 1e-9)
  return tidy(power * (hundredth / power >= 5 ? 5 : hundredth / power >= 2 ? 2 : 1))
}

/** Ten stops a decade, as on a dial. */
const stops = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8]

/** The next stop above (`direction` 1) or below (−1) a positive number. */
function nextStop(value: number, direction: 1 | -1): number {
  const exponent = Math.floor(Math.log10(value) + 1e-9)
  const near = [-1, 0, 1].flatMap((more) => stops.map((stop) => Number(`${stop}e${exponent + more}`)))
  return direction > 0
    ? (near.find((stop) => stop > value * (1 + 1e-9)) ?? value)
    : (near.findLast((stop) => stop < value * (1 - 1e-9)) ?? value)
}

/** The value after an arrow key; `large` (Shift, Page keys) goes ten times as far. */
export function nudge(value: number, direction: 1 | -1, range: Range, large = false): number {
  if (isMemory(range)) {
    const rest = 1 - value
    const moved = large
      ? direction > 0
        ? rest / 10
        : rest * 10
      : nextStop(tidy(rest), direction > 0 ? -1 : 1)
    return clamp(1 - moved, range)
  }
  if (range.scale === 'log') {
    if (value <= 0)
      return clamp(direction > 0 ? Math.max(range.min, Math.min(1e-6, range.max)) : range.min, range)
    const moved = large ? value * 10 ** direction : nextStop(value, direction)
    return clamp(moved < LEAST ? 0 : moved, range)
  }
  const step = stepOf(range) * (large ? 10 : 1)
  // To the next multiple of the step, so that 0.137 goes to 0.14.
  const place = value / step
  const multiple = direction > 0 ? Math.floor(place + 1e-9) + 1 : Math.ceil(place - 1e-9) - 1
  return clamp(multiple * step, range)
}

const DECADE_PX = 110
const RANGE_PX = 400

/** To two significant digits, which is as fine as a hand moves. */
const coarse = (value: number) => Number(value.toPrecision(2))

/** The value after dragging sideways by `dx` px from where it was `from`; `fast` (Shift) is ten times as far. */
export function drag(from: number, dx: number, range: Range, fast = false): number {
  const distance = dx * (fast ? 10 : 1)
  if (distance === 0) return from
  if (isMemory(range)) return clamp(1 - coarse((1 - from) * 10 ** (-distance / DECADE_PX)), range)
  if (range.scale === 'log') {
    const start = from > 0 ? from : Math.max(range.min, 1e-6)
    if (from <= 0 && distance < 0) return clamp(range.min, range)
    return clamp(coarse(start * 10 ** (distance / DECADE_PX)), range)
  }
  if (range.scale === 'integer') {
    // A pixel near small numbers is a part of one, near large ones two percent.
    const size = Math.max(1, Math.abs(from))
    const moved = distance * Math.max(0.1, size / 150)
    const value = from + moved
    const grain = (range.step ?? 1) * (Math.abs(value) >= 1000 ? 50 : Math.abs(value) >= 200 ? 10 : 1)
    return clamp(Math.round(value / grain) * grain, range)
  }
  const step = stepOf(range)
  const value = from + (distance / RANGE_PX) * (range.step === undefined ? range.max - range.min : 100 * step)
  return clamp(Math.round(value / step) * step, range)
}

/** Ends that Home and End go to: not 0 on a log scale, nor a bound that is only a guard against nonsense. */
export const ends = ({ min, max, scale }: Range): readonly [number | undefined, number | undefined] =>
  scale === 'log' ? [undefined, undefined] : [min, max]

/** Whether a typed number may stand. */
export const allows = (value: number | undefined, { min, max, scale }: Range): value is number =>
  value !== undefined && value >= min && value <= max && (scale !== 'integer' || Number.isInteger(value))
