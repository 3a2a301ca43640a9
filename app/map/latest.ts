/** Remembers the latest result, and gives it again as long as the arguments are the same. */
export function latest<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let kept: { args: A; result: R } | undefined
  return (...args) => {
    if (!kept || !args.every((value, i) => Object.is(value, kept?.args[i])))
      kept = { args, result: compute(...args) }
    return kept.result
  }
}
