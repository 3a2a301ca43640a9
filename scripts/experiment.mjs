// `npm run -s experiment -- FILE.json|LINK [--every N] [--format jsonl|csv]`: an experiment in, its numbers out.
// Nothing but the numbers goes to stdout.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { inflateRawSync } from 'node:zlib'

// Before the next line changes it: paths are meant from where the user stands, which npm hands on.
const here = process.env.npm_lifecycle_event === 'experiment' ? process.env.INIT_CWD : undefined
const directory = here ?? process.cwd()
const { ensureDependencies, root } = await import('./ensure.mjs')
ensureDependencies()

const { runnerImport } = await import('vite')
const { module: cli } = await runnerImport(`${root}engine/cli.ts`, { configFile: false, logLevel: 'error' })
const { experimentOutput, issueText, readArguments, usage } = cli

function refuse(lines) {
  console.error(lines.join('\n'))
  process.exitCode = 2
}

const reasons = {
  ENOENT: 'no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'this file may not be read',
}

/** The text of the source and what issues call it, or undefined when it cannot be had. */
function open(source) {
  try {
    const text = readFileSync(source === '-' ? 0 : resolve(directory, source), 'utf8')
    return { text, name: source === '-' ? '' : `${source}: ` }
  } catch (error) {
    // What looks like a link and is no file is a link.
    if (/^https?:\/\/|^[#?]|=/.test(source)) return { text: source, name: '' }
    refuse([`${source}: ${reasons[error.code] ?? error.message}`])
    return undefined
  }
}

/** Or undefined when it cannot be done. */
const attempt =
  (act) =>
  (...given) => {
    try {
      return act(...given)
    } catch {
      return undefined
    }
  }
const host = {
  readFile: attempt((path) => new Uint8Array(readFileSync(`${root}public/${path}`))),
  inflate: attempt((bytes, maxOutputLength) => inflateRawSync(bytes, { maxOutputLength })),
}

/** Writes in pieces, and waits where the reader is slow. */
async function print(lines) {
  // `| head` closes the pipe when it has enough.
  process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  let piece = ''
  const flush = async () => {
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain')
    piece = ''
  }
  for (const line of lines) {
    piece += `${line}\n`
    if (piece.length > 65_536) await flush()
  }
  await flush()
}

const parsed = readArguments(process.argv.slice(2))
if (!parsed.ok) refuse(parsed.issues.map(issueText))
else if (parsed.help) await print([usage.trimEnd()])
else {
  const input = open(parsed.source)
  const output = input && experimentOutput(input.text, parsed.options, host)
  if (output?.ok) await print(output.lines)
  else if (output) refuse(output.issues.map((issue) => input.name + issueText(issue)))
}
