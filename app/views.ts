/** The views, and the link that opens each. */
export const views = [
  { kind: 'surface', label: 'Surface', href: '#' },
  {
    kind: 'network',
    label: 'Network',
    href: '#v=1&data=circles&opt=sgd,momentum,rmsprop,adam&lr=.3,.1,.01,.02',
  },
  { kind: 'lessons', label: 'Lessons', href: '#lesson=steps' },
]

export const isLesson = (hash: string): boolean => hash.startsWith('#lesson=')
export const isReference = (hash: string): boolean => hash.startsWith('#reference=')
