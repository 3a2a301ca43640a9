import { defineDataset } from '../dataset.ts'
import { cellsOf, choose, countOf, rowsOf } from './common.ts'

const classes = ['setosa', 'versicolor', 'virginica']

export const iris = defineDataset({
  id: 'iris',
  name: 'iris flowers',
  summary: 'Four measurements of 150 flowers of three species; two of the species overlap.',
  sources: ['Fisher, The use of multiple measurements in taxonomic problems, 1936'],
  credit: {
    by: 'R. A. Fisher (1936)',
    text:
      'The use of multiple measurements in taxonomic problems, Annals of Eugenics 7, 179–188; ' +
      'Iris, UCI Machine Learning Repository, https://doi.org/10.24432/C56C76. Values as in Fisher’s paper, from which ' +
      'the UCI file differs in two rows; as shipped by scikit-learn (BSD-3-Clause).',
    licence: 'CC BY 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  file: { path: 'data/iris.csv', bytes: 3870, sum: 259799 },
  parameters: { count: countOf(150) },
  task: 'many classes',
  inputs: ['sepal length (cm)', 'sepal width (cm)', 'petal length (cm)', 'petal width (cm)'],
  classes,
  domain: [],
  standardize: true,
  make({ count }, random, file = new Uint8Array()) {
    const all = cellsOf(file).map((cells) => [
      ...cells.slice(0, 4).map((cell) => Number(cell)),
      classes.indexOf(cells[4]),
    ])
    return rowsOf([...choose(all.length, count, random)].map((row) => all[row]))
  },
})
