import { datasets } from '../../engine/datasets/index.ts'
import type { Entry, Group } from './entry.ts'

const tasks = {
  regression: 'a number',
  'two classes': 'one of two classes',
  'many classes': 'one of several classes',
} as const

const entries = Object.values(datasets).map(
  ({ id, name, summary, formula, parameters, sources, task, inputs, classes, target, credit }): Entry => ({
    id,
    title: name[0].toUpperCase() + name.slice(1),
    summary,
    formulas: formula ? [formula] : [],
    settings: [{ parameters }],
    facts: [
      { what: 'Inputs', says: inputs.length > 8 ? `${inputs.length} numbers` : inputs.join(', ') },
      {
        what: 'To be predicted',
        says: `${target ?? tasks[task]}${classes.length > 0 ? `: ${classes.join(', ')}` : ''}`,
      },
      ...(credit
        ? [
            { what: 'Made by', says: `${credit.by}, ${credit.text}` },
            { what: 'Licence', says: credit.licence },
          ]
        : []),
    ],
    sources,
    link: `v=1&data=${id}&opt=sgd,momentum,rmsprop,adam&lr=.5,.1,.01,.02`,
  }),
)

export const datasetPages: Group = {
  id: 'data',
  title: 'Data sets',
  says: 'Every example that is made up is drawn from its own place in a random stream: more examples move none, more noise moves them in the same directions. Noise is normal, and is added last.',
  entries,
}
