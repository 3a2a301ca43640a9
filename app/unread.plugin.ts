import type { Plugin } from 'vite'

/** By folder of the engine, the properties of what is registered there. */
type Unread = Readonly<Record<string, readonly string[]>>

/** Where things come from is for those who read the code. */
const sources: Unread = { optimizers: ['sources'], surfaces: ['sources', 'summary', 'formula'] }
/** What the page does not read yet: take a name out before using it there. */
export const unreadInPage: Unread = sources
/** The worker computes; it shows nothing. */
export const unreadInWorker: Unread = {
  ...sources,
  optimizers: ['sources', 'summary', 'equation'],
  datasets: ['sources', 'summary'],
  training: ['formula'],
}

interface Node {
  type: string
  start: number
  end: number
  key?: { name?: string }
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value

/** The outermost properties of these names. */
function propertiesOf(node: Node, names: readonly string[]): Node[] {
  if (node.type === 'Property' && names.includes(node.key?.name ?? '')) return [node]
  return Object.values(node)
    .flat()
    .filter(isNode)
    .flatMap((child) => propertiesOf(child, names))
}

/** Leaves out of a build what it never reads. */
export const without = (unread: Unread): Plugin => ({
  name: 'without-the-unread',
  apply: 'build',
  enforce: 'post',
  transform: {
    filter: { id: /\/engine\/\w+\/\w+\.ts$/ },
    handler(code, id) {
      const [, folder] = /\/engine\/(\w+)\/\w+\.ts$/.exec(id) ?? []
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
