// The libraries of others, from a folder of their own: they are no dependencies of the project.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { onStderr, root, runNpm } from '../ensure.mjs'

export const folder = join(root, 'scripts/bench/peers')

/** Installs them when they are not there, without running their scripts. */
export function installPeers() {
  if (!existsSync(join(folder, 'node_modules/.package-lock.json'))) {
    console.error('Installing the libraries to race against (npm ci) …')
    const status = runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { ...onStderr, cwd: folder })
    if (status !== 0) {
      console.error(
        'They could not be installed: see npm’s message above. The rest of the bench needs none of them.',
      )
      process.exit(1)
    }
  }
}

export async function peers() {
  installPeers()
  const modules = ['convnet', 'brain', 'tensorflow'].map((name) => import(`./peers/${name}.mjs`))
  return (await Promise.all(modules)).flatMap(({ peers: those }) => those)
}
