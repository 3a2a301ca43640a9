const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** "five optimizers", "one optimizer", "no optimizer". */
export const countOf = (n: number, thing: string): string => `${words[n] ?? n} ${thing}${n > 1 ? 's' : ''}`

/** "a", "a and b", "a, b and c", of any pieces. */
export function listed<T>(items: readonly T[]): (T | string)[] {
  return items.flatMap((item, i) => {
    if (i === 0) return [item]
    return [i === items.length - 1 ? ' and ' : ', ', item]
  })
}
