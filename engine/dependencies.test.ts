import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Who may import whom: a part imports from its own layer and from those below it, never from above. */
const layers = [
  ['worker', 'cli'],
  ['studies', 'receipt'],
  ['training', 'experiment'],
  ['network', 'formula'],
  ['optimizers', 'surfaces', 'datasets'],
  ['optimizer', 'surface', 'dataset'],
  ['parameters', 'random', 'mathematics'],
]

/** Folders of instances: members know nothing of each other, and the index lists them all. */
const registries = {
  'engine/optimizers': 'optimizer',
  'engine/surfaces': 'surface',
  'engine/datasets': 'dataset',
  'engine/studies': 'study',
  'app/panels': 'panel',
  'app/lessons': 'lesson',
}

/** What stands in such a folder beside its instances: what is done with whichever of them was chosen. */
const beside: Readonly<Record<string, readonly string[]>> = {
  'engine/datasets': ['features', 'prepare', 'batches', 'augmentations'],
  'app/lessons': ['markup', 'view'],
}

interface Source {
  path: string
  /** Without comments. */
  code: string
  /** Paths from the root for relative imports, names for packages. */
  imports: string[]
}

const withoutComments = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

/** `… from 'x'`, `import 'x'`, `import('x')`, `new URL('x', import.meta.url)`; a `?query` is Vite's. */
const importing = /(?:\bfrom\s*|\bimport\s*\(?\s*|\bnew URL\(\s*)'([^'?]+)(?:\?[^']*)?'/g

function read(path: string): Source {
  const code = withoutComments(readFileSync(path, 'utf8'))
  const imports = [...code.matchAll(importing)].map(([, name]) =>
    name.startsWith('.') ? posix.join(posix.dirname(path), name) : name,
  )
  return { path, code, imports }
}

const isTest = (path: string) => /\.(test|fixture|proof)\.tsx?$/.test(path)
const sourcesOf = (folder: string): Source[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
        .filter((path) => /\.tsx?$/.test(path))
        .sort()
        .map(read)

const engine = sourcesOf('engine')
const app = sourcesOf('app')

/** `path → import` for each import that a rule forbids. */
const offences = (sources: readonly Source[], forbids: (to: string, from: string) => boolean) =>
  sources.flatMap(({ path, imports }) =>
    imports.filter((name) => forbids(name, path)).map((name) => `${path} → ${name}`),
  )

describe('the engine', () => {
  const own = engine.filter(({ path }) => !isTest(path))
  const partOf = (path: string) => path.split('/')[1].replace(/\.ts$/, '')
  const layerOf = (path: string) => layers.findIndex((layer) => layer.includes(partOf(path)))

  it('never imports the app', () => {
    expect(offences(engine, (name) => name.startsWith('app/'))).toEqual([])
  })

  it('imports nothing but itself', () => {
    expect(offences(own, (name) => !name.startsWith('engine/'))).toEqual([])
  })

  it('has a layer for each of its parts', () => {
    expect(own.map(({ path }) => path).filter((path) => layerOf(path) < 0)).toEqual([])
  })

  it('imports from above nowhere', () => {
    const isAbove = (to: string, from: string) => to.startsWith('engine/') && layerOf(to) < layerOf(from)
    expect(offences(own, isAbove)).toEqual([])
  })
})

/** What a file brings along, types aside. */
function reached(from: string, seen = new Set<string>()): Set<string> {
  const source = engine.find(({ path }) => path === from)
  if (!source || seen.has(from)) return seen
  seen.add(from)
  const code = source.code.replace(/import type [^']*'[^']*'/g, '')
  for (const [, name] of code.matchAll(importing)) reached(posix.join(posix.dirname(from), name), seen)
  return seen
}

describe('the worker of surfaces', () => {
  const isOfNetworks = (path: string) => /^engine\/(network|datasets)\//.test(path)

  it('brings no network, no data set and no memory for them', () => {
    expect([...reached('engine/worker/surface.ts')].filter(isOfNetworks)).toEqual([])
    expect([...reached('engine/worker/network.ts')].some(isOfNetworks)).toBe(true)
  })
})

describe.each(Object.entries(registries))('%s', (folder, contract) => {
  const sources = [...engine, ...app].filter(({ path }) => path.startsWith(`${folder}/`) && !isTest(path))
  /** `app/panels/loss/Axis.tsx` and `app/panels/loss.ts` belong to the member `loss`. */
  const memberOf = (path: string) =>
    path
      .slice(folder.length + 1)
      .split('/')[0]
      .replace(/\.tsx?$/, '')
  const isShared = (path: string) =>
    ['index', 'common', contract, ...(beside[folder] ?? [])].includes(memberOf(path).toLowerCase())
  const members = new Set(sources.filter(({ path }) => !isShared(path)).map(({ path }) => memberOf(path)))

  it('has members that never import each other', () => {
    const isOther = (to: string, from: string) =>
      members.has(memberOf(from)) &&
      to.startsWith(`${folder}/`) &&
      members.has(memberOf(to)) &&
      memberOf(to) !== memberOf(from)
    expect(offences(sources, isOther)).toEqual([])
  })

  const index = sources.find(({ path }) => /^index\.tsx?$/.test(path.slice(folder.length + 1)))
  it.runIf(index)('lists every member in its index', () => {
    const listed = new Set(index?.imports.map(memberOf))
    expect([...members].filter((member) => !listed.has(member))).toEqual([])
  })
})

describe('the app', () => {
  const owners = 'selection|transition|axis|zoom|drag|brush'

  it('leaves the page to React: nothing of d3 that owns elements', () => {
    // Whole, d3 brings them all.
    const packages = new RegExp(`^d3(-(${owners}))?$`)
    expect(offences(app, (name) => packages.test(name))).toEqual([])
  })
})
