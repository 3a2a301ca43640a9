import type { Experiment } from '../experiment/experiment.ts'
import { surfaceOf } from '../experiment/kinds.ts'
import { Random } from '../random.ts'
import { layoutOf, makeRecorder, type Moment } from './recorder.ts'
import { objectiveOn } from './surfaceObjective.ts'
import type { Task, Trainee } from './trainee.ts'

const size = 2

/** Runs on a surface: exact gradients, with noise that all runs share. */
export function surfaceTask(experiment: Experiment): Task {
  const problem = surfaceOf(experiment)
  const evaluate = objectiveOn(problem)
  const sample = new Float64Array(size)
  const random = new Random(experiment.seed, 'noise')
  let sampled = -1
  /** The standard normal sample of update `k`, drawn when the first run asks for it. */
  const noise = (k: number) => {
    if (sampled !== k) {
      random.at(k)
      random.normals(sample)
      sampled = k
    }
    return sample
  }

  return {
    cost: () => 1,
    trainee(run, _done, from): Trainee {
      const w = Float64Array.from(from?.w ?? run.problem.start ?? problem.start)
      const gradient = new Float64Array(size)
      const moment: Moment = { loss: 0, gradient: new Float64Array(size) }
      moment.loss = evaluate(w, moment.gradient)
      let sigma = 0
      return {
        w,
        gradient,
        takeGradient(k, ahead) {
          if (ahead) evaluate(ahead, gradient)
          else for (let i = 0; i < size; i++) gradient[i] = moment.gradient[i]
          if (!(sigma > 0)) return
          const shared = noise(k)
          for (let i = 0; i < size; i++) gradient[i] += sigma * shared[i]
        },
        place: (index) => index,
        settle() {
          moment.loss = evaluate(w, moment.gradient)
          return Number.isFinite(w[0]) && Number.isFinite(w[1]) && Number.isFinite(moment.loss)
            ? 'on'
            : 'diverged'
        },
        configure(next) {
          sigma = next.problem.noise ?? problem.noise
          return undefined
        },
        layout: (used) => layoutOf(used, size),
        recorder: (trace, optimizer, update, before) =>
          makeRecorder(trace, optimizer, update, before, moment),
        memory: () => ({}),
        best: -1,
        insides: () => ({}),
        release() {},
      }
    },
  }
}
