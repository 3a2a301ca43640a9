import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import katex from 'katex'
import { type Plugin, runnerImport } from 'vite'
import { speak } from './formulas.speak.ts'

const id = 'virtual:formulas'
const source = 'app/formulas.ts'

interface Sheet {
  /** By the end of the module's name: its code. */
  modules: Record<string, string>
  css: string
  /** The files the sheet was made from. */
  files: string[]
}

/** Turns `style` attributes, which the content security policy forbids, into classes; collects them in `rules`. */
function classOnly(html: string, rules: Map<string, string>): string {
  return html.replace(
    /<([a-z]+)((?: [^<>]*?)?) style="([^"]*)"([^>]*)>/g,
    (_, tag: string, a: string, style: string, b: string) => {
      let name = rules.get(style)
      if (!name) rules.set(style, (name = `f${rules.size.toString(36)}`))
      const rest = a + b
      return / class="/.test(rest)
        ? `<${tag}${rest.replace(' class="', ` class="${name} `)}>`
        : `<${tag} class="${name}"${rest}>`
    },
  )
}

/** The rules of KaTeX's style sheet that the typeset formulas need; its fonts are in fonts.css. */
function neededRules(sheet: string, html: string): string {
  const classes = [...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names.split(/\s+/))
  const used = new Set(['katex', ...classes])
  const rules = sheet.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}@]+)\{([^{}]*)\}/g)
  return [...rules]
    .flatMap(([, selectors, body]) => {
      const kept = selectors
        .split(',')
        .map((selector) => selector.trim())
        .filter(
          (selector) =>
            /^\.katex\b/.test(selector) &&
            !/\*|img/.test(selector) &&
            [...selector.replace(/:not\([^)]*\)/g, '').matchAll(/\.([\w-]+)/g)].every(([, name]) =>
              used.has(name),
            ),
        )
      return kept.length && body.trim() ? [`${kept.join(',')}{${body.trim().replace(/\s+/g, ' ')}}`] : []
    })
    .join('\n')
}

/** Without KaTeX's two outer spans, which <Formula> puts back. */
const bare = (html: string) =>
  html.replace(
    /^<span class="katex"><span class="katex-html" aria-hidden="true">([\s\S]*)<\/span><\/span>$/,
    '$1',
  )

/**
 * Writes each opening tag and each drawing as `{n `, the n-th piece in base 36, and each closing tag as `}`: a quarter
 * of the bytes. Formula.tsx unpacks.
 */
function pack(htmls: readonly string[]): { packed: string[]; pieces: string[] } {
  const counts = new Map<string, number>()
  const piece = /<svg[\s\S]*?<\/svg>|<span[^>]*>/g
  for (const html of htmls) {
    if (/[{}]/.test(html)) throw new Error(`braces are kept for packing: ${html}`)
    for (const [found] of html.matchAll(piece)) counts.set(found, (counts.get(found) ?? 0) + 1)
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a).map(([found]) => found)
  const codes = new Map(sorted.map((found, n) => [found, `{${n.toString(36)} `]))
  return {
    packed: htmls.map((html) =>
      html.replace(piece, (found) => codes.get(found) ?? '').replaceAll('</span>', '}'),
    ),
    pieces: sorted.map((found) => found.replaceAll('"', "'")),
  }
}

/** All that is not LaTeX is an error, but for the class that washes a term. */
const options: katex.KatexOptions = {
  output: 'html',
  throwOnError: true,
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust: ({ command }) => command === '\\htmlClass',
  macros: {
    // A term in the colour of its quantity. In braces, or the space before a relation would be washed too.
    '\\wash': '{\\htmlClass{wash wash-#1}{#2}}',
    // As running text has it.
    '\\epsilon': '\\varepsilon',
  },
}

async function makeSheet(root: string, served: readonly string[] | undefined): Promise<Sheet> {
  const { module, dependencies } = await runnerImport<{ formulas: Record<string, readonly string[]> }>(
    resolve(root, source),
    { root, configFile: false, logLevel: 'error' },
  )
  const rules = new Map<string, string>()
  const typeset = (tex: string) => classOnly(bare(katex.renderToString(tex, options)), rules)
  const all: string[] = []
  const modules: Record<string, string> = {}
  for (const [end, list] of Object.entries(module.formulas)) {
    if (served && !served.includes(end)) continue
    const html = list.map(typeset)
    all.push(...html)
    const { packed, pieces } = pack(html)
    const formulas = Object.fromEntries(list.map((tex, n) => [tex, [packed[n], speak(tex)]]))
    modules[end] = `export default ${JSON.stringify({ formulas, pieces })}`
  }
  const katexSheet = await readFile(createRequire(import.meta.url).resolve('katex/dist/katex.css'), 'utf8')
  const own = [...rules].map(([style, name]) => `.katex .${name}{${style}}`)
  return {
    modules,
    css: [neededRules(katexSheet, all.join('')), '.katex *{border-color:currentColor}', ...own].join('\n'),
    files: [resolve(root, source), ...dependencies.map((file) => resolve(root, file))],
  }
}

/**
 * Serves `virtual:formulas`, `virtual:formulas/equations`, `virtual:formulas/lessons` and
 * `virtual:formulas/reference`: the formulas of app/formulas.ts, typeset by KaTeX when the page is built, so that no KaTeX runs in the browser; and
 * `virtual:formulas.css` for all, or for those that are `served`, by their end, where a page has no others.
 */
export function formulas(served?: readonly string[]): Plugin {
  let root = process.cwd()
  let sheet: Promise<Sheet> | undefined
  const get = () => (sheet ??= makeSheet(root, served))
  const isOurs = (wanted: string) =>
    /^\0?virtual:formulas(\.css|\/equations|\/lessons|\/reference)?$/.test(wanted)
  return {
    name: 'formulas',
    configResolved(config) {
      root = config.root
    },
    resolveId: (wanted) => (isOurs(wanted) && !wanted.startsWith('\0') ? `\0${wanted}` : undefined),
    async load(wanted) {
      if (!isOurs(wanted)) return
      const { modules, css, files } = await get()
      for (const file of files) this.addWatchFile(file)
      return wanted.endsWith('.css') ? css : modules[wanted.slice(id.length + 1)]
    },
    async watchChange(file) {
      if ((await sheet?.catch(() => undefined))?.files.includes(file) ?? true) sheet = undefined
    },
    hotUpdate({ file }) {
      // The rules of the engine live in the virtual modules too: all are to be loaded again.
      if (!/\/(engine|app\/formulas|app\/lessons|app\/reference)/.test(file)) return
      sheet = undefined
      for (const [name, known] of this.environment.moduleGraph.idToModuleMap) {
        if (isOurs(name)) this.environment.moduleGraph.invalidateModule(known)
      }
    },
  }
}
