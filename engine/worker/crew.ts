import type { Probe } from '../training/insides.ts'
import type { Checkpoint } from '../training/runner.ts'
import type { InsidesResponse, Port, Request, Response, RowsResponse, WorkRequest } from './protocol.ts'

type EnginePort = Port<Request, Response>
type Failed = Response & { kind: 'failed' }

/** What the `i`-th of `n` gets of a list that is dealt out. */
const dealt = <T>(list: readonly T[], i: number, n: number): T[] => list.filter((_, at) => at % n === i)
/** The list that was dealt out as `hands`. */
const collected = <T>(hands: readonly (readonly T[])[]): T[] =>
  hands[0].flatMap((_, row) => hands.flatMap((hand) => (row < hand.length ? [hand[row]] : [])))

const checkpointOf = (parts: readonly (Checkpoint | undefined)[]): Checkpoint | undefined =>
  parts[0] && { step: parts[0].step, runs: collected(parts.map((part) => part?.runs ?? [])) }

/** The probe of those runs that the `i`-th of `n` has, as it counts them; nothing where there are none. */
function shareOf(probe: Probe, i: number, n: number): Probe | undefined {
  const has = (run: number) => run % n === i
  const runs = probe.runs.filter(has).map((run) => Math.floor(run / n))
  const { follow } = probe
  const from = follow?.from.filter((_, at) => has(probe.runs[at])) ?? []
  return runs.length > 0 ? { ...probe, runs, ...(follow && { follow: { ...follow, from } }) } : undefined
}

/**
 * Several engines that look like one, on a core each: the runs of an experiment are dealt out, run i to port i mod n,
 * and the answers put together again. A run alone is the same to the bit as among the others, so who computes it leaves
 * no trace. All make the same number of steps at a time: as many as the slowest can.
 */
export function crewOf(ports: readonly EnginePort[]): EnginePort {
  let listener: (message: Response) => void = () => {}
  /** How many take part: no more than there are runs. */
  let n = ports.length
  /** Work of one step of each one's runs, as soon as they have said. */
  let costs: number[] = []
  /** The runs that the probe under way asks for. */
  let probed: readonly number[] = []
  const answers = { work: new Map<number, Response>(), probe: new Map<number, Response>() }
  /** To which request, and from how many. */
  const awaited = { work: { id: NaN, from: 0 }, probe: { id: NaN, from: 0 } }

  function shareWork({ id, start, work, buffers }: WorkRequest) {
    if (start) {
      n = Math.min(ports.length, start.experiment.runs.length)
      costs = []
    }
    answers.work.clear()
    awaited.work = { id, from: n }
    const steps = Math.max(1, Math.floor(work / Math.max(...costs)))
    for (let i = 0; i < n; i++) {
      const mine = dealt(buffers, i, n)
      const begun = start && {
        experiment: { ...start.experiment, runs: dealt(start.experiment.runs, i, n) },
        ...(start.from && { from: { ...start.from, runs: dealt(start.from.runs, i, n) } }),
      }
      // Half a step more than is asked for, lest rounding lose one; at first a single step.
      const share = costs.length > 0 ? (steps + 0.5) * costs[i] : 0
      ports[i].post({ id, work: share, buffers: mine, ...(begun && { start: begun }) }, mine)
    }
  }

  function shareProbe(id: number, probe: Probe) {
    const shares = ports.slice(0, n).map((_, i) => shareOf(probe, i, n))
    // A probe of no runs is answered as well.
    if (!shares.some(Boolean)) shares[0] = probe
    probed = probe.runs
    answers.probe.clear()
    awaited.probe = { id, from: shares.filter(Boolean).length }
    shares.forEach((share, i) => share && ports[i].post({ id, probe: share }, []))
  }

  function rowsOf(parts: RowsResponse[]): RowsResponse {
    const [{ kind, id, from, to, layouts, cost }] = parts
    const checkpoint = checkpointOf(parts.map((part) => part.checkpoint))
    if (cost !== undefined) costs = parts.map((part) => part.cost ?? cost)
    return {
      kind,
      id,
      from,
      to,
      ...(layouts && { layouts: collected(parts.map((part) => part.layouts ?? [])) }),
      runs: collected(parts.map(({ runs }) => runs)),
      ...(checkpoint && { checkpoint }),
    }
  }

  function insidesOf(parts: Map<number, InsidesResponse>): InsidesResponse {
    const [first] = parts.values()
    const all = [...parts].flatMap(([i, { runs }]) => runs.map((one) => ({ ...one, run: one.run * n + i })))
    return { ...first, runs: all.sort((a, b) => probed.indexOf(a.run) - probed.indexOf(b.run)) }
  }

  function gather(i: number, message: Exclude<Response, { kind: 'ready' }>) {
    const to = message.kind === 'failed' ? message.to : message.kind === 'rows' ? 'work' : 'probe'
    // One of the ports may still answer what it was asked before it joined.
    if (message.id !== awaited[to].id) return
    const parts = answers[to]
    parts.set(i, message)
    if (parts.size < awaited[to].from) return
    const inOrder = new Map([...parts].sort(([a], [b]) => a - b))
    parts.clear()
    const failed = [...inOrder.values()].find((part): part is Failed => part.kind === 'failed')
    if (failed) listener(failed)
    else if (to === 'work') listener(rowsOf([...inOrder.values()] as RowsResponse[]))
    else listener(insidesOf(inOrder as Map<number, InsidesResponse>))
  }

  ports.forEach((port, i) =>
    port.onMessage((message) => {
      if (message.kind !== 'ready') gather(i, message)
    }),
  )
  return {
    post(message) {
      if ('files' in message) for (const port of ports) port.post(message, [])
      else if ('probe' in message) shareProbe(message.id, message.probe)
      else shareWork(message)
    },
    onMessage(next) {
      listener = next
    },
  }
}
