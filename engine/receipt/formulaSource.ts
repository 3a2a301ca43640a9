import { type Node, parseFormula } from '../formula/parse.ts'

/** What functions are called in the receipt, where not as in a formula. */
const names: Readonly<Record<string, string>> = {
  ln: 'log',
  abs: 'absolute',
  sign: 'sign_of',
  min: 'least',
  max: 'most',
}
const signs = ['+', '-', '*', '/']

/** All of it in brackets: nobody has to know how tightly Python binds. */
function write(node: Node): string {
  if (node.kind === 'number') return `${node.value}`
  if (node.kind === 'variable') return 'xy'[node.index]
  const { name, operands } = node
  const [a, b] = operands.map(write)
  if (signs.includes(name)) return `(${a} ${name} ${b})`
  if (name === '^') return `pow(${a}, ${b})`
  if (name === 'negative') return `(-${a})`
  return `${names[name] ?? name}(${operands.map(write).join(', ')})`
}

/** A formula in Python. */
export function formulaSource(text: string): string {
  const parsed = parseFormula(text)
  if (!parsed.ok) throw new Error(`${text} is no formula`)
  return write(parsed.node)
}
