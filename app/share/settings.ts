import { datasetOf } from '../../engine/datasets/index.ts'
import type { Experiment, NetworkProblem, Run, SurfaceProblem } from '../../engine/experiment/experiment.ts'
import { optimizers } from '../../engine/optimizers/index.ts'
import type { Parameters, Value } from '../../engine/parameters.ts'
import { surfaces } from '../../engine/surfaces/index.ts'
import { plain, setting } from '../drawing/format.ts'
import type { LabState } from '../lab/lab.ts'
import { runName } from '../../engine/experiment/runName.ts'
import { letterOf } from '../surface/letters.ts'
import { mainSettings } from '../surface/mainSettings.ts'
import { unusual } from '../surface/unusual.ts'

const number = (value: number) => plain(setting(value))

/** η₀, λ: a symbol as running text has it, or its words. */
function symbolText(tex: string, label: string): string {
  const found = letterOf(tex)
  return found ? `${found.letter}${found.index ?? ''}` : label
}

/** "κ = 50, noise 0.12": what is set of these. */
const valuesText = (parameters: Parameters, values: Readonly<Record<string, Value>>): string[] =>
  Object.entries(parameters).map(([name, spec]) => {
    const value = values[name]
    switch (spec.kind) {
      case 'number':
        return `${symbolText(spec.symbol, spec.label)} = ${number(value as number)}`
      case 'choice':
        return `${spec.label}: ${spec.options[value as string]}`
      default:
        return `${spec.label}: ${value}`
    }
  })

const inBrackets = (texts: readonly string[]) => (texts.length > 0 ? ` (${texts.join(', ')})` : '')

function surfaceText({ surface, parameters, rotation, start, noise }: SurfaceProblem): string {
  const { name, parameters: specs } = surfaces[surface]
  const turned = rotation === 0 ? '' : `, turned by ${number(rotation)}°`
  const place = start.map(number).join(', ')
  return `${name}${inBrackets(valuesText(specs, parameters))}${turned}, start w = (${place}), gradient noise σ = ${number(noise)}`
}

function networkText(problem: NetworkProblem): string {
  const { hidden, activation, data, divergence, batch, l2, l1, batchNorm, dropout, augmentation } = problem
  const dataset = datasetOf(problem)
  const layers = hidden.length > 0 ? `${hidden.join('–')} ${activation}` : 'linear'
  const { hidden: keep, inputs } = dropout
  const tricks = [
    batchNorm.on && 'BatchNorm',
    (keep < 1 || inputs < 1) && `dropout keep α = ${number(keep)}, inputs ${number(inputs)}`,
    l2 > 0 && `L2 λ = ${number(l2)}`,
    l1 > 0 && `L1 λ = ${number(l1)}`,
    augmentation.kind !== 'none' && `augmentation: ${augmentation.kind}`,
  ].filter((one) => one !== false)
  return [
    `${layers} network on ${dataset.name}${inBrackets(valuesText(dataset.parameters, data))}`,
    `${divergence === 'kl' ? 'KL' : 'L2'} divergence`,
    batch === 0 ? 'full batches' : `batches of ${batch}`,
    ...tricks,
  ].join(', ')
}

function runText(run: Run, { changes, problem }: Experiment): string {
  const { parameters } = optimizers[run.optimizer]
  const names = ['learningRate', ...mainSettings(run.optimizer).map(([name]) => name)]
  const shown = Object.fromEntries(
    names.flatMap((name) => (parameters[name] ? [[name, parameters[name]]] : [])),
  )
  const noise = problem.kind === 'surface' ? problem.noise : 0
  const others = unusual(run, changes, noise).map(({ symbol, text }) =>
    symbol === undefined ? text : `${symbolText(symbol, symbol)} = ${text}`,
  )
  return `${runName(run)}: ${[...valuesText(shown, run.hyperparameters), ...others].join(', ')}`
}

/** What the page shows, in words, a line each: the problem, the runs, the step. The link says it all. */
export function settingsText({ experiment, step, hidden }: LabState): string[] {
  const { problem, runs, steps, seed, changes } = experiment
  const what = problem.kind === 'surface' ? surfaceText(problem) : networkText(problem)
  const shared = changes.filter(({ run }) => run === undefined).length
  const switched = shared === 0 ? '' : `, ${shared} ${shared === 1 ? 'switch' : 'switches'} on the way`
  return [
    `${what.charAt(0).toUpperCase()}${what.slice(1)}.`,
    `${runs
      .filter(({ id }) => !hidden.includes(id))
      .map((run) => runText(run, experiment))
      .join(' · ')}.`,
    `Step ${step} of ${steps}, seed ${seed}${switched}.`,
  ]
}
