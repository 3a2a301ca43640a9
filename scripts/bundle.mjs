import { root } from './ensure.mjs'

/**
 * Bundles modules of the engine's for Node, so that what is timed is plain JavaScript, as in a browser. Gives what
 * imports one of them by its file's name.
 */
export async function bundle(name, input) {
  const { build } = await import('vite')
  const outDir = `node_modules/.tmp/${name}`
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      copyPublicDir: false,
      // Node 20 folds a module's constants into machine code, but not variables: see kernels/arena.ts.
      rolldownOptions: { input, output: { topLevelVar: false } },
      outDir,
      emptyOutDir: true,
      target: 'esnext',
    },
  })
  return (file) => import(`../${outDir}/${file}.js`)
}
