import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { datasets } from '../../engine/datasets/index.ts'
import { textOf } from './fileTexts.ts'

const id = 'virtual:fileTexts'

/** Serves `virtual:fileTexts`: the files that data sets are read from, for a page that may ask for nothing. */
export const fileTexts: Plugin = {
  name: 'file-texts',
  resolveId: (wanted) => (wanted === id ? `\0${id}` : undefined),
  async load(wanted) {
    if (wanted !== `\0${id}`) return undefined
    const paths = Object.values(datasets).flatMap(({ file }) => (file ? [file.path] : []))
    const entries = paths.map(async (path) => [path, textOf(await readFile(resolve('public', path)))])
    return `export const fileTexts = ${JSON.stringify(Object.fromEntries(await Promise.all(entries)))}`
  },
}
