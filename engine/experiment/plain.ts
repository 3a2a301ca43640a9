/**
 * Input from a file, a link or another window, copied into plain data before anything reads it: no getters, no
 * prototypes, no cycles, bounded in depth and size. What cannot be copied stays at its place as `Unreadable`, so
 * that the reader can say where it is.
 */
export class Unreadable {
  readonly description: string
  constructor(description: string) {
    this.description = description
  }
}

export type Plain = null | boolean | number | string | Unreadable | readonly Plain[] | PlainRecord
export interface PlainRecord {
  readonly [name: string]: Plain
}

const depthLimit = 12
/** Values in all; an experiment with the largest table has four fifths of it. */
const sizeLimit = 420_000

const settled = new WeakSet<object>()

/** Freezes data that were read, through and through: they are taken as they are from then on, at no cost. */
export function settle<T extends object>(data: T): T {
  for (const value of Object.values(data)) if (typeof value === 'object' && value !== null) settle(value)
  settled.add(data)
  return Object.freeze(data)
}
export const isSettled = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && settled.has(value)

export const isRecord = (value: unknown): value is PlainRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Unreadable)

/** A copy of `input` as plain data. Never throws, never calls a getter. Fields that are undefined are left out. */
export function toPlain(input: unknown): Plain | undefined {
  let size = 0

  const copyList = (list: readonly unknown[], depth: number): Plain => {
    if (size + list.length > sizeLimit) return new Unreadable(`a list of ${list.length}`)
    return Array.from(
      { length: list.length },
      (_, i) => copyField(list, String(i), depth) ?? new Unreadable('nothing'),
    )
  }

  const copyRecord = (object: object, depth: number): Plain => {
    const tag = Object.prototype.toString.call(object)
    if (tag !== '[object Object]') return new Unreadable(tag.slice(0, 40))
    const names = Reflect.ownKeys(object)
    if (size + names.length > sizeLimit) return new Unreadable(`an object with ${names.length} fields`)
    const copy: Record<string, Plain> = Object.create(null)
    for (const name of names) {
      const value = copyField(object, name, depth)
      if (value !== undefined) copy[String(name)] = value
    }
    return copy
  }

  const copyField = (object: object, name: PropertyKey, depth: number): Plain | undefined => {
    const property = Object.getOwnPropertyDescriptor(object, name)
    if (!property) return undefined
    return 'value' in property ? copy(property.value, depth + 1) : new Unreadable('a getter')
  }

  const copy = (value: unknown, depth: number): Plain | undefined => {
    size++
    switch (typeof value) {
      case 'undefined':
      case 'boolean':
      case 'number':
      case 'string':
        return value
      case 'object':
        if (value === null) return null
        if (settled.has(value)) return value as Plain
        if (depth > depthLimit) return new Unreadable('data nested too deeply')
        if (size > sizeLimit) return new Unreadable('too much data')
        try {
          return Array.isArray(value) ? copyList(value, depth) : copyRecord(value, depth)
        } catch {
          return new Unreadable('an object that cannot be read')
        }
      default:
        return new Unreadable(`a ${typeof value}`)
    }
  }

  return copy(input, 0)
}
