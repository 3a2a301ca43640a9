import { build, type Plugin, type ViteDevServer } from 'vite'

type Made = { fileName: string; code?: string; source?: string | Uint8Array }

/** The custom element as one script, classic or module as the page likes. */
const element = () =>
  build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: 'app/element/main.ts',
        output: { format: 'iife', entryFileNames: 'element.js' },
      },
    },
  })
/** The embed's page, as it is built. */
const page = () => build({ configFile: 'vite.embed.config.ts', logLevel: 'warn', build: { write: false } })

async function textOf(making: ReturnType<typeof build>): Promise<string> {
  const [{ output }] = [await making].flat() as { output: Made[] }[]
  return String(output[0].code ?? output[0].source)
}

/** What is served to other pages, by its address. */
const served: Readonly<Record<string, { make: () => ReturnType<typeof build>; type: string }>> = {
  '/v1/element.js': { make: element, type: 'text/javascript' },
  '/v1/embed/': { make: page, type: 'text/html' },
  '/v1/embed/index.html': { make: page, type: 'text/html' },
}

/** Serves them as they are built, anew whenever a file has changed: a frame without an origin takes nothing else. */
function serve({ middlewares, watcher }: ViteDevServer) {
  const made = new Map<() => ReturnType<typeof build>, Promise<string>>()
  watcher.on('all', () => made.clear())
  middlewares.use((request, response, next) => {
    const path = (request.url ?? '').split(/[?#]/)[0]
    if (!Object.hasOwn(served, path)) {
      next()
      return
    }
    const { make, type } = served[path]
    const text = made.get(make) ?? textOf(make())
    made.set(make, text)
    text.then((body) => response.setHeader('content-type', type).end(body), next)
  })
}

/** The files for other pages: `v1/element.js` is emitted with the lab; in development the embed's page is served too. */
export const ownFiles: Plugin = {
  name: 'own-files',
  configureServer: serve,
  async generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'v1/element.js', source: await textOf(element()) })
  },
}
