// `npm run test:receipts`: writes a receipt for every optimizer, surface and trick, runs it with Python, and fails where
// it is further from this engine than rounding. Skipped with a message where no Python has PyTorch.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { ensureDependencies, root } from './ensure.mjs'

ensureDependencies()

/** The first Python that has PyTorch. */
const candidates = [process.env.PYTHON, 'python3', '/usr/bin/python3', 'python'].filter(Boolean)
const python = candidates.find(
  (command) => spawnSync(command, ['-c', 'import torch, numpy'], { stdio: 'ignore' }).status === 0,
)
if (!python) {
  console.log(
    `Skipped: none of ${candidates.join(', ')} has PyTorch and NumPy (Debian: apt-get install python3-torch).`,
  )
  process.exit(0)
}

const { runnerImport } = await import('vite')
const load = async (path) =>
  (await runnerImport(`${root}${path}`, { configFile: false, logLevel: 'error' })).module
const { receiptCases } = await load('engine/receipt/cases.ts')
const { experimentOutput } = await load('engine/cli.ts')
const { readFileSync } = await import('node:fs')
const host = {
  readFile: (path) => new Uint8Array(readFileSync(`${root}public/${path}`)),
  inflate: () => undefined,
}

/** Rounding, grown over some hundred updates. */
const LIMIT = 1e-8
const folder = `${root}node_modules/.tmp/receipts`
mkdirSync(folder, { recursive: true })
let failed = 0
for (const [name, link] of Object.entries(receiptCases)) {
  const output = experimentOutput(link, { every: 1, format: 'receipt' }, host)
  if (!output.ok) throw new Error(`${name}: ${JSON.stringify(output.issues)}`)
  const path = `${folder}/${name.replace(/\W+/g, '-')}.py`
  writeFileSync(path, [...output.lines].join('\n'))
  const ways = /[?&#]?f=/.test(link) ? [[], ['--numpy']] : [[]]
  for (const way of ways) {
    const { status, stdout, stderr } = spawnSync(python, [path, ...way], { encoding: 'utf8' })
    const found = /largest relative difference: (\S+)/.exec(stdout)
    const isGood = status === 0 && found && Number(found[1]) <= LIMIT
    if (!isGood) failed++
    console.log(
      `${isGood ? 'ok    ' : 'FAILED'} ${[name, ...way].join(' ').padEnd(40)} ${found?.[1] ?? stderr.trim().split('\n').at(-1)}`,
    )
  }
}
console.log(failed === 0 ? 'All receipts agree.' : `${failed} receipts do not agree.`)
process.exit(failed === 0 ? 0 : 1)
