import type { Plugin } from 'vite'

/** By folder of the engine, the properties of what is registered there. */
type Unread = Readonly<Record<string, readonly string[]>>

/** A figure in another page says nothing of where things come from. The lab's own page reads all: its reference does. */
export const unreadInEmbed: Unread = {
  optimizers: ['sources'],
  surfaces: ['sources', 'summary', 'formula'],
}
/** Workers compute; they show nothing, but a receipt names its runs. */
export const unreadInWorker: Unread = {
  optimizers: ['sources', 'summary', 'equation', 'symbol', 'label'],
  surfaces: ['name', 'sources', 'summary', 'formula', 'rates'],
  network: ['sources', 'formula'],
  datasets: ['sources', 'summary'],
  training: ['name', 'formula'],
}

interface Node {
  type: string
  start: number
  end: number
  key?: { name?: string }
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value

/** The outermost properties of these names that are given a value, not taken apart. */
function propertiesOf(node: Node, names: readonly string[]): Node[] {
  if (node.type === 'Property' && names.includes(node.key?.name ?? '')) return [node]
  if (node.type === 'ObjectPattern') return []
  return Object.values(node)
    .flat()
    .filter(isNode)
    .flatMap((child) => propertiesOf(child, names))
}

const fileOf = /\/engine\/(\w+)\/(?:\w+\/)?\w+\.ts$/

/** Leaves out of a build what it never reads. */
export const without = (unread: Unread): Plugin => ({
  name: 'without-the-unread',
  apply: 'build',
  enforce: 'post',
  transform: {
    filter: { id: fileOf },
    handler(code, id) {
      const [, folder] = fileOf.exec(id) ?? []
      const names = Object.hasOwn(unread, folder) ? unread[folder] : []
      if (names.length === 0) return null
      // From the last to the first, so that places stay right.
      return propertiesOf(this.parse(code) as Node, names).reduceRight(
        (rest, { start, end }) => rest.slice(0, start) + rest.slice(end).replace(/^\s*,/, ''),
        code,
      )
    },
  },
})
