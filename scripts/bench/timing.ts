/** Milliseconds of this process's own processor time: a neighbour on the machine does not count. */
const processorTime = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** How much `go`, which does `amount` at a time, gets done in a second of processor time. */
export function rateOf(go: () => unknown, amount: number, sliceMilliseconds: number): number {
  const begin = processorTime()
  let [now, done, times] = [begin, 0, 1]
  while (now - begin < sliceMilliseconds) {
    const before = now
    for (let i = 0; i < times; i++) go()
    done += times * amount
    now = processorTime()
    // Reading the clock is slow: not after every little.
    if (now - before < sliceMilliseconds / 50) times *= 2
  }
  return (1000 * done) / (now - begin)
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1]
