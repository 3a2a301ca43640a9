const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/**
 * `next`, in which everything that is as it was in `old` is the same object, all of it if nothing has changed: what
 * depends on a part need not look into it. Plain data only; elements of a list are compared place by place.
 */
export function kept<T>(next: T, old: unknown): T {
  if (!isObject(next) || !isObject(old) || Array.isArray(next) !== Array.isArray(old)) return next
  const names = Object.keys(next)
  const parts = names.map((name) => kept(next[name], old[name]))
  const isSame =
    Object.keys(old).length === names.length &&
    names.every((name, i) => Object.hasOwn(old, name) && Object.is(parts[i], old[name]))
  if (isSame) return old as T
  return (Array.isArray(next) ? parts : Object.fromEntries(names.map((name, i) => [name, parts[i]]))) as T
}
