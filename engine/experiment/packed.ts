import type { Issue } from './experiment.ts'
import { tableKeys } from './ownTableText.ts'

/**
 * A link in which a person's own rows are packed: `z` holds the text of their keys, deflated (RFC 1951, raw) and in
 * base64url (RFC 4648 §5). Whoever reads or writes links brings the deflation that it has.
 */

/** Characters of `z` at most, and of the text that comes out of it. */
export const packLimits = { packed: 16_384, text: 65_536 } as const

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Six bits a character, without padding. */
export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const characters = Math.min(4, bytes.length - i + 1)
    for (let c = 0; c < characters; c++) text += alphabet[(three >> (18 - 6 * c)) & 63]
  }
  return text
}

/** The bytes, or `undefined` where a character is none of the alphabet's. */
export function fromBase64url(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8))
  let [bits, held, at] = [0, 0, 0]
  for (const character of text) {
    const six = alphabet.indexOf(character)
    if (six < 0) return undefined
    held = ((held << 6) | six) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[at++] = (held >> bits) & 255
  }
  return bytes
}

/** A link's text is ASCII: a byte a character. */
export const asBytes = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0))
export const asText = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** The keys of a text that are to be packed, and the others. */
export function partsOf(text: string): { open: string; packable: string } {
  const pieces = text.split('&')
  const isPackable = (piece: string) => tableKeys.includes(piece.slice(0, piece.indexOf('=')))
  const join = (wanted: boolean) => pieces.filter((piece) => isPackable(piece) === wanted).join('&')
  return { open: join(false), packable: join(true) }
}

const mark = /(^|[#?&])z=([^&#]*)/

export type Unpacking =
  /** Nothing is packed, or what is cannot be read. */
  | { bytes?: undefined; issue?: Issue }
  /** What is to be inflated, and where it goes then: `undefined` where it could not be. */
  | { bytes: Uint8Array; place: (inflated: Uint8Array | undefined) => { text: string } | { issue: Issue } }

/** What is packed in a link's text. */
export function unpacking(text: string): Unpacking {
  const found = mark.exec(text)
  if (!found) return {}
  const [all, before, packed] = found
  const issue = (found: string, expected: string) => ({ issue: { path: 'z', found, expected } })
  const { packed: most, text: mostText } = packLimits
  if (packed.length > most) return issue(`${packed.length} characters`, `at most ${most}`)
  const bytes = fromBase64url(packed)
  const whole = 'the whole of a packed text, as it was copied'
  if (!bytes || bytes.length === 0) return issue('text that is not packed', whole)
  return {
    bytes,
    place: (inflated) =>
      inflated === undefined
        ? issue(`text that cannot be unpacked to at most ${mostText} characters`, whole)
        : { text: text.replace(all, () => before + asText(inflated)) },
  }
}
