import { inflateSync } from 'node:zlib'

/** What a PDF of Chromium's says and shows, as far as tests ask. */
export interface Paper {
  /** Its words in the order in which they are set, without regard to spaces. */
  words: string
  /** Pixels of its largest image. */
  pixels: number
}

const number = (text: string, name: string) => Number(new RegExp(`/${name} (\\d+)`).exec(text)?.[1] ?? NaN)

const isImage = (said: string) => said.includes('/Subtype /Image')

/** Every object by its number: its dictionary, and its stream if it has one. */
function objectsOf(pdf: Buffer) {
  const text = pdf.toString('latin1')
  const objects = new Map<number, { said: string; stream: string }>()
  for (const { 0: head, 1: id, index } of text.matchAll(/(\d+) 0 obj\s/g)) {
    const start = index + head.length
    const end = text.indexOf('endobj', start)
    const at = text.slice(start, end).search(/stream\r?\n/)
    const said = at < 0 ? text.slice(start, end) : text.slice(start, start + at)
    const from = start + at + (text.slice(start + at).startsWith('stream\r') ? 8 : 7)
    const bytes = at < 0 ? Buffer.of() : pdf.subarray(from, from + number(said, 'Length'))
    const isText = said.includes('/FlateDecode') && !isImage(said)
    objects.set(Number(id), { said, stream: (isText ? inflateSync(bytes) : bytes).toString('latin1') })
  }
  return objects
}

const lettersOf = (hex: string) =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((code) => parseInt(code, 16)))

interface Font {
  /** Of a glyph's number, in hexadecimal. */
  digits: number
  /** What a glyph stands for. */
  letters: ReadonlyMap<number, string>
}

/** A font by its map to letters (PDF 32000-1, 9.10.3). */
function fontOf(map: string): Font {
  const letters = new Map<number, string>()
  for (const [, body] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, hex] of body.matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set(parseInt(glyph, 16), lettersOf(hex))
  for (const [, body] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, hex] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let glyph = parseInt(from, 16), n = 0; glyph <= parseInt(to, 16); glyph++, n++)
        letters.set(glyph, String.fromCharCode(parseInt(hex, 16) + n))
  return { digits: /begincodespacerange\s*<(\w+)>/.exec(map)?.[1].length ?? 4, letters }
}

export function readPdf(pdf: Buffer): Paper {
  const objects = objectsOf(pdf)
  const fonts = new Map<string, Font>()
  let pixels = 0
  for (const { said } of objects.values()) {
    for (const [, list] of said.matchAll(/\/Font\s*<<([\s\S]*?)>>/g))
      for (const [, name, id] of list.matchAll(/\/(\w+) (\d+) 0 R/g)) {
        const map = objects.get(number(objects.get(Number(id))?.said ?? '', 'ToUnicode'))
        if (map) fonts.set(name, fontOf(map.stream))
      }
    if (isImage(said)) pixels = Math.max(pixels, number(said, 'Width') * number(said, 'Height') || 0)
  }
  let words = ''
  for (const { said, stream } of objects.values()) {
    if (said.includes('/ToUnicode') || stream.includes('beginbf')) continue
    let font: Font | undefined
    for (const [, name, hex] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj/g))
      if (name) font = fonts.get(name)
      else if (font)
        for (let at = 0; at < hex.length; at += font.digits)
          words += font.letters.get(parseInt(hex.slice(at, at + font.digits), 16)) ?? ''
  }
  return { words: words.replace(/\s/g, ''), pixels }
}
