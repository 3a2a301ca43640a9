import type { Plugin } from 'vite'

/** By folder of the engine, or by file, the properties of what is registered there. */
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
  datasets: ['sources', 'summary', 'formula'],
  training: ['name', 'formula'],
}
const unreadOfSurfaces = ['parameters', 'hessian', 'domain', 'extrema', 'floor', 'starts', 'levels', 'rates']
/** The engine reads no text either, and of a surface no more than it takes to get down. */
export const unreadInEngine: Unread = {
  optimizers: ['name'],
  surfaces: unreadOfSurfaces,
  'formula/surface': ['name', 'sources', 'summary', 'formula', ...unreadOfSurfaces],
  'training/schedules': ['parameters'],
  'training/clipping': ['parameters'],
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

const fileOf = /\/engine\/((\w+)\/(?:\w+\/)?\w+)\.ts$/

/** Leaves out of a build what it never reads; of builds from certain files only, if `from` says so. */
export const without = (unread: Unread, from = /^/): Plugin => {
  let isConcerned = true
  return {
    name: 'without-the-unread',
    apply: 'build',
    enforce: 'post',
    buildStart({ input }) {
      isConcerned = from.test(Object.values(input).join())
    },
    transform: {
      filter: { id: fileOf },
      handler(code, id) {
        if (!isConcerned) return null
        const [, ...places] = fileOf.exec(id) ?? []
        const names = places.flatMap((place) => (Object.hasOwn(unread, place) ? unread[place] : []))
        if (names.length === 0) return null
        // From the last to the first, so that places stay right.
        return propertiesOf(this.parse(code) as Node, names).reduceRight(
          (rest, { start, end }) => rest.slice(0, start) + rest.slice(end).replace(/^\s*,/, ''),
          code,
        )
      },
    },
  }
}
