/** Edits (insert, delete, replace, swap neighbours) that turn `a` into `b`. */
function distance(a: string, b: string): number {
  let older: number[] = []
  let old: number[] = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j], older[j - 2] + 1)
    }
    older = old
    old = row
  }
  return old[b.length]
}

/** The name that `written` was probably meant to be, when one is close: a typo in three letters at most one. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  if (written.length > 60) return undefined
  const word = written.toLowerCase()
  let best: string | undefined
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const name of names) {
    const d = distance(word, name.toLowerCase())
    if (d < least) {
      least = d
      best = name
    }
  }
  return best
}

const namesShown = 60

/**
 * "one of a, b, c", and what was probably meant, which may be among `others` too. Names may be a stranger's (ids of
 * runs): control characters are not shown.
 */
export function oneOf(names: readonly string[], written?: unknown, others: readonly string[] = []): string {
  const more = names.length > namesShown ? ', …' : ''
  const list = names.length === 1 ? names[0] : `one of ${names.slice(0, namesShown).join(', ')}${more}`
  const meant = typeof written === 'string' ? nearest(written, [...names, ...others]) : undefined
  const text = meant === undefined || meant === list ? list : `${list}; did you mean ${meant}?`
  return text.replace(/\p{C}/gu, '�')
}
