import { Session } from 'node:inspector'
import '../../engine/experiment/networks.ts'
import '../../engine/training/networks.ts'
import { parseText } from '../../engine/experiment/text.ts'
import { createRunner } from '../../engine/training/runner.ts'

/** Until V8 has compiled what it will compile. */
const warmUp = 12000
const steps = 8000

const links = [
  'data=moons&net=8-8&opt=sgd',
  'data=moons&net=8-8&opt=adam&aug=jitter',
  'data=moons&net=8-8&opt=adam&aug=rotation',
  'data=blobs3&net=16-16&act=relu&bn=1&keep=.8&l2=.001&opt=adam',
  'data=spiral&net=8-8&act=gelu&opt=rmsprop,adam,rprop',
  'f=rosenbrock&opt=sgd,momentum,nesterov,adagrad,adadelta,rmsprop,adam,rprop',
  'f=rosenbrock&noise=.1&opt=sgd&lr=.0001',
]

interface Node {
  callFrame: { functionName: string }
  selfSize: number
  children: readonly Node[]
}
const nodesOf = (node: Node): Node[] => [node, ...node.children.flatMap(nodesOf)]

/** Bytes that `go` allocates, by function; sampled, so that a few are missed. */
function allocated(go: () => void): [name: string, bytes: number][] {
  const session = new Session()
  session.connect()
  const bytes: Record<string, number> = {}
  const options = { includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true }
  session.post('HeapProfiler.startSampling', { samplingInterval: 64, ...options })
  go()
  session.post('HeapProfiler.stopSampling', (error, answer) => {
    if (error) throw error
    for (const { callFrame, selfSize } of nodesOf(answer.profile.head))
      bytes[callFrame.functionName] = (bytes[callFrame.functionName] ?? 0) + selfSize
  })
  session.disconnect()
  return Object.entries(bytes).sort(([, a], [, b]) => b - a)
}

/** Prints what a step of each experiment leaves to the garbage collector, and which functions it is from. */
export function measureMemory(): void {
  console.log('Bytes allocated in a step of a run, its evaluations included.')
  for (const link of links) {
    const parsed = parseText(`v=1&steps=${warmUp + steps}&${link}`)
    if (!parsed.ok) throw new Error(parsed.issues.map(({ path }) => path).join())
    const runner = createRunner(parsed.experiment)
    runner.advance(warmUp)
    const by = allocated(() => runner.advance(steps))
    const made = steps * parsed.experiment.runs.length
    const total = by.reduce((sum, [, bytes]) => sum + bytes, 0) / made
    const from = by.slice(0, 4).filter(([, bytes]) => bytes > made)
    const names = from.map(([name, bytes]) => `${name} ${(bytes / made).toFixed(0)}`).join(', ')
    console.log(`${total.toFixed(0).padStart(6)}   ${link}   ${names}`)
    runner.release()
  }
}
