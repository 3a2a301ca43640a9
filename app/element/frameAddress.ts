/** Attributes that are names of an embed's address too. */
const passed = ['scene', 'ui', 'panels', 'edit', 'theme', 'lang', 'run']

/** What makes another figure of an element, and so needs another frame. */
export const framing = ['src', 'sizing', 'sandbox', ...passed.filter((name) => name !== 'theme')]

interface Options {
  /** The embed's page. */
  page: string
  /** The text of a link. */
  state: string | null
  attribute: (name: string) => string | null
  nonce: string
}

/**
 * The address of an element's frame. Attributes come before what `src` says, name by name; the page around is pinned, if
 * it has an origin (one on a disk has none).
 */
export function frameAddress({ page, state, attribute, nonce }: Options): string {
  const [base, fragment = ''] = page.split('#')
  const own: [string, string | null][] = [
    ...passed.map((name): [string, string | null] => [name, attribute(name)]),
    ['k', nonce],
    ['host', origin === 'null' ? null : origin],
  ]
  const said = own.flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  const nameOf = (pair: string) => pair.split('=')[0]
  const pairsOf = (text: string) => text.replace(/^#/, '').split('&').filter(Boolean)
  const later = [...pairsOf(state ?? ''), ...said]
  const names = (pairs: readonly string[]) => new Set(pairs.map(nameOf))
  const without = (pairs: readonly string[], taken: ReadonlySet<string>) =>
    pairs.filter((pair) => !taken.has(nameOf(pair)))
  return `${base}#${[
    ...without(pairsOf(fragment), names(later)),
    ...without(pairsOf(state ?? ''), names(said)),
    ...said,
  ].join('&')}`
}
