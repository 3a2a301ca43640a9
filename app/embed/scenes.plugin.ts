import { resolve } from 'node:path'
import { type Plugin, runnerImport } from 'vite'
import type { Lesson } from '../lessons/lesson.ts'

const id = 'virtual:scenes'
const source = 'app/lessons/index.ts'

const letters: Readonly<Record<string, string>> = {
  eta: 'η',
  gamma: 'γ',
  beta: 'β',
  epsilon: 'ε',
  kappa: 'κ',
}

/** What a lesson writes with marks, as plain words: `same $\eta$` is "same η". */
const plainly = (text: string) =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\$([^$]*)\$/g, (_, tex: string) =>
      tex.replace(/\\([a-zA-Z]+)/g, (whole, name: string) => letters[name] ?? whole.slice(1)),
    )
    .replace(/[*{}]/g, '')

/**
 * Serves `virtual:scenes`: the figures of all lessons by name, `signs` or `signs.valley`, without the lessons, so that an
 * embedded figure can be one of them and does not carry their text.
 */
export function scenes(): Plugin {
  let root = process.cwd()
  return {
    name: 'scenes',
    configResolved(config) {
      root = config.root
    },
    resolveId: (wanted) => (wanted === id ? `\0${id}` : undefined),
    async load(wanted) {
      if (wanted !== `\0${id}`) return undefined
      const { module, dependencies } = await runnerImport<{ lessons: readonly Lesson[] }>(
        resolve(root, source),
        {
          root,
          configFile: false,
          logLevel: 'error',
        },
      )
      for (const file of [source, ...dependencies]) this.addWatchFile(resolve(root, file))
      const entries = module.lessons.flatMap((lesson) =>
        Object.entries(lesson.figures).flatMap(([name, { title, caption, link, show, at }], n) => {
          const scene = { title: plainly(title), caption: plainly(caption), link, panels: show, at }
          const own = [`${lesson.id}.${name}`, scene] as const
          return n === 0 ? [[lesson.id, scene] as const, own] : [own]
        }),
      )
      return `export default ${JSON.stringify(Object.fromEntries(entries))}`
    },
  }
}
