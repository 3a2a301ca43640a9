import type { Flaw } from '../parameters.ts'
import { constants, functions, type Operator } from './operations.ts'

/** A formula as a tree; `at` is the character where it stands. */
export type Node =
  | { kind: 'number'; value: number }
  | { kind: 'variable'; index: 0 | 1 }
  | { kind: 'operation'; name: string; operands: readonly Node[] }

export type Parsed = { ok: true; node: Node } | { ok: false; issue: Flaw }

export const formulaBounds = { characters: 300, depth: 40 } as const
export const variables: readonly string[] = ['x', 'y']

interface Token {
  kind: 'number' | 'name' | 'sign' | 'end'
  text: string
  at: number
}

/** Thrown inside `parse` only. */
class Refusal {
  readonly issue: Flaw
  constructor(issue: Flaw) {
    this.issue = issue
  }
}
const refuse = ({ at, text }: Pick<Token, 'at' | 'text'>, expected: string, found?: string): never => {
  const shown = found ?? (text === '' ? 'the end' : `"${text}"`)
  throw new Refusal({ at, length: Math.max(1, text.length), found: shown, expected })
}

/** Signs as people type or paste them. */
const spellings: Readonly<Record<string, string>> = {
  '**': '^',
  '²': '^2',
  '³': '^3',
  '·': '*',
  '×': '*',
  '÷': '/',
  '−': '-',
  π: 'pi',
  '[': '(',
  ']': ')',
}
const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?/y],
  ['name', /[A-Za-z]\w*|π/y],
  ['sign', /\*\*|[-+*/^(),[\]²³·×÷−]/y],
]

function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text[at])) {
      at++
      continue
    }
    const start = at
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at
      const found = pattern.exec(text)?.[0]
      if (found === undefined) continue
      const meant = Object.hasOwn(spellings, found) ? spellings[found] : found
      // "²" is a sign and a number.
      tokens.push({ kind, text: meant[0] === '^' ? '^' : meant, at })
      if (meant.length > 1 && meant[0] === '^') tokens.push({ kind: 'number', text: meant.slice(1), at })
      at += found.length
      break
    }
    if (at === start)
      refuse(
        { at, text: String.fromCodePoint(text.codePointAt(at) ?? 0) },
        'x, y, a number, a function or + − * / ^ ( )',
      )
  }
  return [...tokens, { kind: 'end', text: '', at: text.length }]
}

/** How strongly a sign binds; what binds on the right first has the greater number there. */
const infix: Readonly<Record<string, readonly [left: number, right: number]>> = {
  '+': [1, 2],
  '-': [1, 2],
  '*': [3, 4],
  '/': [3, 4],
  '^': [8, 7],
}
const MINUS = 5
/** Without a sign between them things are multiplied, as in 2x or 3(x + 1), and as strongly as with one. */
const PRODUCT = infix['*']

const allNames = () => [...variables, ...Object.keys(constants), ...Object.keys(functions)].join(', ')

/**
 * Reads a formula in x and y: + − * / ^ (or **), brackets, products without a sign (2x, 3(x+1)), numbers, pi, e and the
 * functions of operations.ts. Powers bind before a minus (−x² is −(x²)) and from the right. Never throws, evaluates
 * nothing, and says at which character it stumbled (Pratt, "Top down operator precedence", POPL 1973).
 */
export function parseFormula(text: string): Parsed {
  let next = 0
  let tokens: Token[]
  const peek = () => tokens[next]
  const take = () => tokens[next++]

  const close = (open: Token) => {
    if (peek().text !== ')')
      refuse(
        peek(),
        peek().kind === 'end'
          ? `a bracket that closes the one at character ${open.at + 1}`
          : 'a sign such as + or a closing bracket',
      )
    next++
  }

  function call(name: Token, depth: number): Node {
    if (peek().text !== '(') refuse(name, `a bracket after it, as in ${name.text}(x)`)
    const open = take()
    const operands = [expression(0, depth + 1)]
    while (peek().text === ',') {
      next++
      operands.push(expression(0, depth + 1))
    }
    close(open)
    const wanted = functions[name.text].operands
    if (operands.length !== wanted)
      refuse(
        name,
        `${wanted === 1 ? 'one number' : 'two numbers'} in its brackets`,
        `${name.text} of ${operands.length}`,
      )
    return { kind: 'operation', name: name.text, operands }
  }

  function operand(depth: number): Node {
    if (depth > formulaBounds.depth)
      refuse(peek(), `at most ${formulaBounds.depth} brackets within each other`)
    const token = take()
    const { kind, text: word } = token
    if (kind === 'number') {
      const value = Number(word)
      return Number.isFinite(value) ? { kind: 'number', value } : refuse(token, 'a number below 1.8e308')
    }
    if (kind === 'name') {
      const index = variables.indexOf(word)
      if (index >= 0) return { kind: 'variable', index: index as 0 | 1 }
      if (Object.hasOwn(constants, word)) return { kind: 'number', value: constants[word] }
      if (Object.hasOwn(functions, word)) return call(token, depth)
      return refuse(
        token,
        `one of ${allNames()}${/^[xy]{2,}$/.test(word) ? ` (write ${[...word].join('*')})` : ''}`,
      )
    }
    if (word === '(') {
      const inner = expression(0, depth + 1)
      close(token)
      return inner
    }
    if (word === '-')
      return {
        kind: 'operation',
        name: 'negative' satisfies Operator,
        operands: [expression(MINUS, depth + 1)],
      }
    if (word === '+') return expression(MINUS, depth + 1)
    next--
    return refuse(token, 'x, y, a number or a function')
  }

  function expression(least: number, depth: number): Node {
    let left = operand(depth)
    for (;;) {
      const token = peek()
      const isProduct = token.kind === 'number' || token.kind === 'name' || token.text === '('
      const strength = isProduct ? PRODUCT : token.kind === 'sign' ? infix[token.text] : undefined
      if (!strength || strength[0] < least) return left
      if (!isProduct) next++
      const right = expression(strength[1], depth + 1)
      left = { kind: 'operation', name: isProduct ? '*' : token.text, operands: [left, right] }
    }
  }

  try {
    if (text.length > formulaBounds.characters)
      refuse(
        { at: formulaBounds.characters, text: ' ' },
        `at most ${formulaBounds.characters}`,
        `${text.length} characters`,
      )
    tokens = tokenize(text)
    const node = expression(0, 0)
    if (peek().kind !== 'end') refuse(peek(), 'a sign such as + before it, or the end')
    return { ok: true, node }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, issue: error.issue }
    throw error
  }
}
