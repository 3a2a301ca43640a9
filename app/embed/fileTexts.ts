/** A file as text in a script: each character's code is a byte and `from`. */
export interface FileText {
  from: number
  text: string
}

export const bytesOf = ({ from, text }: FileText): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0) - from)

/** Bytes of an image, as few as they are, would all have to be escaped; the first letters and digits stand for them. */
export function textOf(bytes: Uint8Array): FileText {
  const from = bytes.every((byte) => byte < 32) ? 48 : 0
  return { from, text: Array.from(bytes, (byte) => String.fromCharCode(byte + from)).join('') }
}
