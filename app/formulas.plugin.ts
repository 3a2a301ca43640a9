import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import katex from 'katex'
import { type Plugin, runnerImport } from 'vite'
import { speak } from './formulas.speak.ts'

const id = 'virtual:formulas'
const source = 'app/formulas.ts'

interface Sheet {
  /** TeX → what is shown, what is said. */
  formulas: Record<string, [html: string, spoken: string]>
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
  const classes = [...html.matchAll(/class='([^']*)'/g)].flatMap(([, names]) => names.split(/\s+/))
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
            [...selector.matchAll(/\.([\w-]+)/g)].every(([, name]) => used.has(name)),
        )
      return kept.length && body.trim() ? [`${kept.join(',')}{${body.trim().replace(/\s+/g, ' ')}}`] : []
    })
    .join('\n')
}

/** Without KaTeX's two outer spans, which <Formula> puts back. */
const bare = (html: string) =>
  html.replace(/^<span class="katex"><span class="katex-html" aria-hidden="true">([\s\S]*)<\/span><\/span>$/, '$1')

async function typeset(root: string): Promise<Sheet> {
  const { module, dependencies } = await runnerImport<{ formulas: readonly string[] }>(
    resolve(root, source),
    {
      root,
      configFile: false,
      logLevel: 'error',
    },
  )
  const rules = new Map<string, string>()
  const formulas = Object.fromEntries(
    module.formulas.map((tex) => {
      const html = katex.renderToString(tex, { output: 'html', throwOnError: true, strict: 'error' })
      return [tex, [classOnly(bare(html), rules).replaceAll('"', "'"), speak(tex)]]
    }),
  ) as Sheet['formulas']
  const katexSheet = await readFile(createRequire(import.meta.url).resolve('katex/dist/katex.css'), 'utf8')
  const html = Object.values(formulas)
    .map(([one]) => one)
    .join('')
  const own = [...rules].map(([style, name]) => `.katex .${name}{${style}}`)
  return {
    formulas,
    css: [neededRules(katexSheet, html), '.katex *{border-color:currentColor}', ...own].join('\n'),
    files: [resolve(root, source), ...dependencies.map((file) => resolve(root, file))],
  }
}

/**
 * Serves `virtual:formulas`: the formulas of app/formulas.ts, typeset by KaTeX when the page is built, so that no
 * KaTeX runs in the browser.
 */
export function formulas(): Plugin {
  let root = process.cwd()
  let sheet: Promise<Sheet> | undefined
  const get = () => (sheet ??= typeset(root))
  return {
    name: 'formulas',
    configResolved(config) {
      root = config.root
    },
    resolveId: (wanted) => (wanted === id || wanted === `${id}.css` ? `\0${wanted}` : undefined),
    async load(wanted) {
      if (wanted !== `\0${id}` && wanted !== `\0${id}.css`) return
      const { formulas, css, files } = await get()
      for (const file of files) this.addWatchFile(file)
      if (wanted === `\0${id}.css`) return css
      return `import '${id}.css'\nexport const formulas = ${JSON.stringify(formulas)}`
    },
    async watchChange(file) {
      if ((await sheet?.catch(() => undefined))?.files.includes(file) ?? true) sheet = undefined
    },
    hotUpdate({ file }) {
      // The rules of the engine live in the virtual module too: both are to be loaded again.
      if (!/\/(engine|app\/formulas)/.test(file)) return
      sheet = undefined
      for (const name of [id, `${id}.css`]) {
        const known = this.environment.moduleGraph.getModuleById(`\0${name}`)
        if (known) this.environment.moduleGraph.invalidateModule(known)
      }
    },
  }
}
