// Finds a Chromium for the end-to-end tests, and gets one where there is none.
import { existsSync } from 'node:fs'
import { onStderr, run, runScript } from './ensure.mjs'

const systemPaths = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap(
    (folder) => [
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ],
  ),
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
}

function installWithApt() {
  if (process.platform !== 'linux' || process.getuid() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.error('Installing Chromium (apt-get) …')
  const options = { ...onStderr, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  const apt = (...args) => run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=600', ...args], options)
  apt('update')
  apt('install', '-y', '--no-install-recommends', 'chromium')
}

/** The path of a browser: CHROMIUM_PATH, Playwright's own, the system's, or one installed now. */
export async function findChromium() {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) {
    if (existsSync(chosen)) return chosen
    throw new Error(`CHROMIUM_PATH is ${chosen}, which does not exist.`)
  }
  const { chromium } = await import('playwright')
  const find = () =>
    [chromium.executablePath(), ...(systemPaths[process.platform] ?? [])].find((path) => existsSync(path))

  if (find()) return find()
  console.error('No Chromium found. Installing one (playwright install chromium) …')
  runScript('playwright/cli.js', ['install', 'chromium'], onStderr)
  if (find()) return find()
  installWithApt()
  if (find()) return find()
  throw new Error('No browser could be installed: install Chrome or Chromium, or set CHROMIUM_PATH.')
}
