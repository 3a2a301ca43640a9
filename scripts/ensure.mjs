// What every command does first. No dependencies: this runs before node_modules exists.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`)
  process.exit(1)
}

/** Runs a program to its end and gives its exit code. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options })
  if (error) console.error(`${command}: ${error.message}`)
  return status ?? 1
}

/** The same with the script of an installed package, so that no shell and no PATH is needed. */
export const runScript = (script, args = [], options = {}) =>
  run(process.execPath, [`node_modules/${script}`, ...args], options)

/** Progress goes to stderr, so that a command's own output stays clean. */
export const onStderr = { stdio: ['ignore', 2, 2] }

const packagesOf = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {})

/** Whether what npm says it installed is what the lock asks for; platform-specific packages may be absent. */
function isInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json')
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  )
}

/** npm itself: the one that runs this script, or the one in the PATH. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath
  return npm?.endsWith('npm-cli.js')
    ? run(process.execPath, [npm, ...args], options)
    : run('npm', args, { ...options, shell: process.platform === 'win32' })
}

export function ensureDependencies() {
  if (isInstalled()) return
  console.error('Installing dependencies (npm ci) …')
  const status = runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'], onStderr)
  if (status === 0) return
  console.error('npm ci failed: see its message above.')
  process.exit(1)
}
