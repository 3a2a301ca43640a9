/** Strings, numbers, words and punctuation of JSON, each at the place where the last one ended. */
const token =
  /[ \t\n\r]*(?:([[\]{},:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y

type Expecting = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or ]' | ', or }' | 'end'

/**
 * Where text stops being JSON: the line and column, from 1, of the first token that does not belong. What
 * `JSON.parse` says of it differs between engines and often has no place.
 */
export function jsonPlace(text: string): { line: number; column: number } {
  const open: string[] = []
  let expecting: Expecting = 'value'
  const afterValue = (): Expecting => {
    const last = open[open.length - 1]
    return last === undefined ? 'end' : last === '[' ? ', or ]' : ', or }'
  }
  let end = 0
  for (;;) {
    token.lastIndex = end
    const match = token.exec(text)
    if (!match) break
    const [, mark, string, word] = match
    const next = step(mark, string, word)
    if (next === undefined) break
    expecting = next
    end = token.lastIndex
  }
  const at = end + /^[ \t\n\r]*/.exec(text.slice(end))![0].length
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: before[before.length - 1].length + 1 }

  function step(mark?: string, string?: string, word?: string): Expecting | undefined {
    const takesValue = expecting === 'value' || expecting === 'value or ]'
    if (word !== undefined) return takesValue ? afterValue() : undefined
    if (string !== undefined) {
      if (expecting === 'name' || expecting === 'name or }') return ':'
      return takesValue ? afterValue() : undefined
    }
    if (mark === '[' || mark === '{') {
      if (!takesValue) return undefined
      open.push(mark)
      return mark === '[' ? 'value or ]' : 'name or }'
    }
    if (mark === ':') return expecting === ':' ? 'value' : undefined
    if (mark === ',') return expecting === ', or ]' ? 'value' : expecting === ', or }' ? 'name' : undefined
    const closes = mark === ']' ? ['value or ]', ', or ]'] : ['name or }', ', or }']
    if (!closes.includes(expecting)) return undefined
    open.pop()
    return afterValue()
  }
}
