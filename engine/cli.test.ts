import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { fileOf } from './datasets/datasets.fixture.ts'
import { datasets } from './datasets/index.ts'
import { readArguments } from './cli/arguments.ts'
import { experimentOutput, type Host } from './cli.ts'
import { issueText } from './experiment/reader.ts'
import { experimentToText, parseText } from './experiment/text.ts'
import { optimizers } from './optimizers/index.ts'
import { createRunner } from './training/runner.ts'
import { read } from './training/trace.ts'

const host: Host = {
  readFile: (path) => fileOf(Object.values(datasets).find(({ file }) => file?.path === path)!),
  inflate: (bytes, maxOutputLength) => inflateRawSync(bytes, { maxOutputLength }),
}

const linesOf = (input: string, options: { every?: number; format?: string } = {}): string[] => {
  const output = experimentOutput(input, { every: 1, format: 'jsonl', ...options }, host)
  if (!output.ok) throw new Error(output.issues.map(issueText).join('\n'))
  return [...output.lines]
}
type Line = Record<string, unknown> & { run: string; step: number }
const recordsOf = (...args: Parameters<typeof linesOf>): Line[] =>
  linesOf(...args)
    .slice(1)
    .map((line) => JSON.parse(line) as Line)
const places = (lines: readonly Line[]) => lines.map(({ run, step }) => `${run} ${step}`)

const link = 'opt=sgd,adam&lr=.038,.2&steps=50&rotate=30&noise=.1'
/** The rate is past sgd's stability limit: it grows by 4 a step and leaves the finite numbers. */
const diverging = 'opt=sgd,adam&lr=.1,.2&steps=1000'

describe('the JSON lines of an experiment', () => {
  it('begin with the experiment, complete', () => {
    const parsed = parseText(link)
    expect(JSON.parse(linesOf(link)[0])).toEqual(parsed.ok && parsed.experiment)
  })

  it('are the same for a link, an address and a file', () => {
    const [experiment] = linesOf(link)
    const lines = linesOf(link)
    expect(linesOf(`https://lab.example/v1/?from=mail#${link}`)).toEqual(lines)
    expect(linesOf(`\uFEFF${experiment}\n`)).toEqual(lines)
  })

  it('have every step of every run, ordered by step, then by run', () => {
    const expected = Array.from({ length: 51 }, (_, step) => [`sgd ${step}`, `adam ${step}`]).flat()
    expect(places(recordsOf(link))).toEqual(expected)
  })

  it('have the numbers of the run to the last bit, with the state of its optimizer', () => {
    const parsed = parseText(link)
    if (!parsed.ok) throw new Error('the link is an experiment')
    const runner = createRunner(parsed.experiment)
    runner.advance(50)
    const trace = runner.traces[1]
    const pair = (channel: string) => [read(trace, channel, 37, 0), read(trace, channel, 37, 1)]
    const line = recordsOf(link).find(({ run, step }) => run === 'adam' && step === 37)!
    expect(line).toMatchObject({
      loss: read(trace, 'loss', 37),
      parameters: pair('w'),
      gradient: pair('gradient'),
      rate: 0.2,
      m: pair('m'),
      v: pair('v'),
    })
    expect(Object.keys(line)).toEqual([
      'run',
      'step',
      'loss',
      'parameters',
      'gradient',
      'rate',
      ...Object.keys(optimizers.adam.slots),
    ])
    expect(line.beta2Power).toBe(read(trace, 'beta2Power', 37))
  })

  it('of every N steps are those of all steps, and the last', () => {
    const all = recordsOf(link).filter(({ step }) => step % 20 === 0 || step === 50)
    expect(recordsOf(link, { every: 20 })).toEqual(all)
    expect(places(recordsOf(link, { every: 20_000 }))).toEqual(['sgd 0', 'adam 0', 'sgd 50', 'adam 50'])
  })

  it('end, for a run that diverges, with its last finite step and a line that says so', () => {
    for (const every of [1, 7, 100, 1000]) {
      const lines = recordsOf(diverging, { every })
      const [last, end] = lines.filter(({ run }) => run === 'sgd').slice(-2)
      expect(end).toEqual({ run: 'sgd', step: last.step + 1, diverged: true })
      expect(Number.isFinite(last.loss)).toBe(true)
      expect(lines[lines.length - 1]).toMatchObject({ run: 'adam', step: 1000 })
      expect(lines.map(({ step }) => step)).toEqual(lines.map(({ step }) => step).sort((a, b) => a - b))
      expect(new Set(places(lines)).size).toBe(lines.length)
    }
  })

  it('stop when no run is left', () => {
    const lines = recordsOf('opt=sgd&lr=.1&steps=20000')
    expect(lines[lines.length - 1]).toMatchObject({ run: 'sgd', diverged: true })
    expect(lines.length).toBeLessThan(1000)
  })

  it('show the state of the optimizer in use, before and after a switch', () => {
    const lines = recordsOf('opt=adam&steps=4&@2.opt=rmsprop')
    expect(lines.map((line) => 'm' in line)).toEqual([true, true, true, false, false])
    expect(lines.map((line) => 'meanSquare' in line)).toEqual([false, false, false, true, true])
  })

  it('are computed as they are asked for', () => {
    const output = experimentOutput('opt=sgd&steps=20000', { every: 1, format: 'jsonl' }, host)
    const lines = output.ok && output.lines[Symbol.iterator]()
    expect(lines && [lines.next().done, lines.next().done]).toEqual([false, false])
  })

  it('use no name of a line twice', () => {
    const taken = ['run', 'step', 'loss', 'parameters', 'gradient', 'rate', 'diverged']
    const slots = Object.values(optimizers).flatMap((one) => Object.keys(one.slots))
    expect(slots.filter((slot) => taken.includes(slot))).toEqual([])
  })
})

describe('the CSV of an experiment', () => {
  const table = (input: string) => linesOf(input, { format: 'csv' }).map((line) => line.split(','))

  it('has the numbers of the JSON lines, a column each', () => {
    const [header, ...rows] = table(link)
    expect(header.slice(0, 8)).toEqual(
      'run,step,loss,parameters.0,parameters.1,gradient.0,gradient.1,rate'.split(','),
    )
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]))
    recordsOf(link).forEach((line, i) => {
      header.forEach((name, j) => {
        const [field, index] = name.split('.')
        const value =
          index === undefined ? line[field] : (line[field] as number[] | undefined)?.[Number(index)]
        expect(rows[i][j]).toBe(String(value ?? ''))
      })
    })
  })

  it('says in its last column where a run diverged', () => {
    const [header, ...rows] = table(diverging)
    expect(header[header.length - 1]).toBe('diverged')
    const said = rows.filter((row) => row[header.length - 1] !== '')
    expect(said.map((row) => [row[0], row[header.length - 1]])).toEqual([['sgd', 'true']])
    expect(said[0].slice(2, -1).every((cell) => cell === '')).toBe(true)
  })
})

describe('input that is no experiment', () => {
  it.each([
    ['{"seed": 1,}', 'found no JSON at line 1, column 12, expected JSON'],
    ['{"seed": -1}', 'seed: found -1, expected a whole number from 0 to 4294967295'],
    ['[]', 'found a list of 0, expected an experiment, as an object'],
    ['  ', 'found nothing, expected an experiment'],
    ['opt=sgd&lr=x', 'lr: found "x", expected a number from 0 to 1000'],
    [' '.repeat(9) + 'x'.repeat(17_000_000), 'found 17000000 characters, expected at most 16000000'],
  ])('%.20s is told as: %s', (input, message) => {
    const output = experimentOutput(input, { every: 1, format: 'jsonl' }, host)
    expect(output.ok ? [] : output.issues.map(issueText)).toEqual([message])
  })
})

describe('data that are read from a file', () => {
  const digits = 'data=digits&n=200&net=8&opt=adam&steps=60&lr=.02'
  const issuesWith = (readFile: Host['readFile']) => {
    const output = experimentOutput(digits, { every: 60, format: 'jsonl' }, { ...host, readFile })
    return output.ok ? [] : output.issues.map(issueText)
  }

  it('are learned from', () => {
    const [first, last] = recordsOf(digits, { every: 60 })
    expect(first.trainAccuracy as number).toBeLessThan(0.3)
    expect(last.trainAccuracy as number).toBeGreaterThan(0.7)
  })

  it('are named when they cannot be read or are others', () => {
    const expected = 'expected the 116805 bytes that the data are read from'
    expect(issuesWith(() => undefined)).toEqual([
      `data/digits.bin: found no file that can be read, ${expected}`,
    ])
    expect(issuesWith(() => new Uint8Array(9))).toEqual([`data/digits.bin: found other data, ${expected}`])
  })
})

describe('the command line', () => {
  it('is a source and options, in any order', () => {
    const expected = { ok: true, source: 'a.json', options: { every: 5, format: 'csv' } }
    expect(readArguments(['--every', '5', 'a.json', '--format=csv'])).toEqual(expected)
    expect(readArguments(['a.json'])).toMatchObject({ options: { every: 1, format: 'jsonl' } })
  })

  it.each([
    ['', 'found no experiment, expected one: a file, - or a link (--help says more)'],
    ['a b', 'found 2 experiments, expected one: a file, - or a link (--help says more)'],
    ['a --every 0', '--every: found "0", expected a whole number from 1 to 20000'],
    ['a --every 20001', '--every: found "20001", expected a whole number from 1 to 20000'],
    ['a --every 1.5', '--every: found "1.5", expected a whole number from 1 to 20000'],
    ['a --every', '--every: found nothing, expected a whole number from 1 to 20000'],
    ['a --format xml', '--format: found "xml", expected one of jsonl, csv, fingerprint, receipt'],
    ['a --evry 5', 'found the option "--evry", expected one of --every, --format; did you mean --every?'],
  ])('%s is told as: %s', (words, message) => {
    const parsed = readArguments(words.split(' ').filter((word) => word !== ''))
    expect(parsed.ok ? [] : parsed.issues.map(issueText)).toEqual([message])
  })
})

describe('the script', { timeout: 30_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'experiment-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const script = join(import.meta.dirname, '../scripts/experiment.mjs')
  const file = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  }
  const run = (args: readonly string[], input = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
      cwd: folder,
      encoding: 'utf8',
      input,
    })
    return { status, stdout, stderr }
  }

  it('prints the lines of a file, of a link and of its input, from any folder', () => {
    const lines = `${linesOf(link, { every: 25 }).join('\n')}\n`
    const parsed = parseText(link)
    file('good.json', JSON.stringify(parsed.ok && parsed.experiment))
    const expected = { status: 0, stdout: lines, stderr: '' }
    expect(run(['good.json', '--every', '25'])).toEqual(expected)
    expect(run([parsed.ok ? experimentToText(parsed.experiment) : '', '--every=25'])).toEqual(expected)
    expect(run(['-', '--every', '25'], link)).toEqual(expected)
  })

  it('says what is wrong on stderr, a line an issue, with nothing on stdout and exit code 2', () => {
    file('broken.json', '{\n  "seed": 1,\n}')
    file('wrong.json', '{"seed": -1, "steps": 0}')
    const refused = (stderr: string) => ({ status: 2, stdout: '', stderr })
    expect(run(['missing.json'])).toEqual(refused('missing.json: no such file\n'))
    expect(run(['broken.json'])).toEqual(
      refused('broken.json: found no JSON at line 3, column 1, expected JSON\n'),
    )
    expect(run(['wrong.json'])).toEqual(
      refused(
        'wrong.json: seed: found -1, expected a whole number from 0 to 4294967295\n' +
          'wrong.json: steps: found 0, expected a whole number from 1 to 20000\n',
      ),
    )
    expect(run(['opt=sgd&lr=x', '--every', '0']).stderr).toMatch(
      /^--every: found "0", expected a whole number/,
    )
  })

  it('reads the files of data sets from the repository', () => {
    const { status, stdout, stderr } = run(['data=iris&opt=sgd&steps=3', '--format', 'fingerprint'])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^[0-9a-f]{16}\n$/)
  })

  it('explains itself', () => {
    const { status, stdout, stderr } = run(['--help'])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/--every N[\s\S]*--format/)
  })

  it('ends quietly when its reader has enough', async () => {
    const child = spawn(process.execPath, [script, 'opt=adam,sgd,rmsprop&steps=20000'])
    let stderr = ''
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()))
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const [status] = (await once(child, 'close')) as [number]
    expect([status, stderr]).toEqual([0, ''])
  })
})
