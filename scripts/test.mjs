// `npm test`: installs what is missing, then every check in order, stopping at the first that fails.
// The last line is always `N passed, N failed`: the unit and end-to-end tests that ran; a stage that fails
// without a failing test (types, lint, …) counts as one.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { build } from './builds.mjs'
import { ensureDependencies, run, runScript } from './ensure.mjs'

ensureDependencies()
const { findChromium } = await import('./browser.mjs')

const reports = 'node_modules/.tmp/reports'
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const unit = () =>
  runScript('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reports}/unit.json`,
  ])

async function endToEnd() {
  try {
    process.env.CHROMIUM_PATH = await findChromium()
  } catch (error) {
    console.error(error.message)
    return 1
  }
  process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = `${process.cwd()}/${reports}/e2e.json`
  return runScript('playwright/cli.js', ['test'])
}

const stages = {
  types: () => runScript('typescript/bin/tsc', ['-b']),
  lint: () => runScript('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
  formatting: () => runScript('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  'dead code': () => runScript('knip/bin/knip.js'),
  'unit tests': unit,
  build,
  size: () => run(process.execPath, ['scripts/size.mjs']),
  'end-to-end tests': endToEnd,
}

const times = []
let failedStage
for (const [name, check] of Object.entries(stages)) {
  console.log(`\n── ${name}`)
  const start = Date.now()
  const status = await check()
  times.push(`${name} ${((Date.now() - start) / 1000).toFixed(1)} s`)
  if (status === 0) continue
  failedStage = name
  break
}

/** [passed, failed] from a runner's JSON report; nothing when it did not get that far. */
function count(file, read) {
  try {
    return read(JSON.parse(readFileSync(`${reports}/${file}`, 'utf8')))
  } catch {
    return [0, 0]
  }
}
const counts = [
  count('unit.json', (report) => [report.numPassedTests, report.numFailedTests]),
  count('e2e.json', ({ stats }) => [stats.expected + stats.flaky, stats.unexpected]),
]
const passed = counts.reduce((total, [n]) => total + n, 0)
const failed = counts.reduce((total, [, n]) => total + n, 0)

console.log(`\n${times.join(' · ')}`)
if (failedStage) console.log(`FAILED at: ${failedStage}. What is wrong stands above.`)
console.log(`${passed} passed, ${failedStage ? Math.max(1, failed) : failed} failed`)
process.exitCode = failedStage ? 1 : 0
