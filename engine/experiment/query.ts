/** One `key=value` of a link, decoded. */
export interface Pair {
  key: string
  value: string
  /** Whether the percent-encoding could not be undone; key and value are then as written. */
  isBroken?: boolean
}

/** Names that HTML without a semicolon takes for a character: `&copy=1` pasted as text becomes `©=1`. */
const entity =
  /^(A[EM]|[AEIOUYaeiouy](acute|circ|grave|uml)|[ANOano](ring|tilde)|[Oo]slash|[Cc]cedil|THORN|thorn|ETH|eth|COPY|copy|REG|reg|QUOT|quot|LT|lt|GT|gt|a(cute|elig|mp)|brvbar|ce(dil|nt)|curren|deg|divide|frac|i(excl|quest)|[lr]aquo|macr|mi(cro|ddot)|nbsp|not|ord[fm]|para|plusmn|pound|s(ect|hy|up[123]|zlig)|times|uml|yen)/

/** Whether `&key=` would survive being pasted into a page as HTML text. */
export const isSafeKey = (key: string): boolean => !entity.test(key)

const percent = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`

/** Encodes only what must be: the separators of a link, of Markdown and of HTML. Half a character has no code. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'))
    .replace(/%(2C|3A|40|2F)/g, decodeURIComponent)
    .replace(/[!'()*~]/g, percent)
    .replace(/%20/g, '+')

const encodeKey = (key: string): string =>
  isSafeKey(key) ? encode(key) : percent(key[0]) + encode(key.slice(1))

/** `v=1&f=ravine&start=-5,2` */
export const writeQuery = (pairs: readonly (readonly [key: string, value: string])[]): string =>
  pairs
    .map(([key, value]) => `${encodeKey(key)}=${encode(value)}`)
    .join('&')
    // Mail and chat leave a full stop at the end of a link out of it.
    .replace(/[.,:]$/, percent)

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}

/**
 * The pairs of a link's text: an address or its fragment or its query, with or without `#` and `?`, also where
 * `&` has become `&amp;` on the way through HTML. The fragment wins over the query.
 */
export function readQuery(text: string): Pair[] {
  const [address, ...fragments] = text
    .trim()
    .replace(/&(amp|#38|#x26);/gi, '&')
    .split('#')
  const question = address.indexOf('?')
  const isAddress = /^[a-z][a-z\d+.-]*:\/\//i.test(address)
  const fragment = fragments.join('#').replace(/^\?/, '')
  const query = question >= 0 ? address.slice(question + 1) : isAddress ? '' : address
  return (fragment === '' ? query : fragment)
    .split('&')
    .filter((piece) => piece !== '')
    .map((piece) => {
      const equals = piece.indexOf('=')
      const written = equals < 0 ? [piece, ''] : [piece.slice(0, equals), piece.slice(equals + 1)]
      const [key, value] = written.map(decode)
      return key === undefined || value === undefined
        ? { key: key ?? written[0], value: written[1], isBroken: true }
        : { key, value }
    })
}
