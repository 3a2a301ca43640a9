/** The views, and the link that opens each. */
export const views = [
  { kind: 'surface', label: 'Surface', href: '#' },
  {
    kind: 'network',
    label: 'Network',
    href: '#v=1&data=circles&opt=sgd,momentum,rmsprop,adam&lr=.5,.1,.01,.02',
  },
  { kind: 'lessons', label: 'Lessons', href: '#lesson=steps' },
]

/** What shows a page in place of the lab. */
interface Page {
  /** Its address begins with it: `#lesson=…`. */
  key: string
  load: () => Promise<{ show: (root: HTMLElement) => void }>
}

const pages: readonly Page[] = [
  { key: 'lesson', load: () => import('./lessons/view/show.tsx') },
  { key: 'reference', load: () => import('./reference/view/show.tsx') },
]

/** The page of an address; none where it is the lab's. */
export const pageOf = (hash: string): Page | undefined => pages.find(({ key }) => hash.startsWith(`#${key}=`))
