import { defineDataset } from '../dataset.ts'
import { cellsOf, choose, countOf, rowsOf } from './common.ts'

const classes = ['Adelie', 'Chinstrap', 'Gentoo']

/** Species from the four measurements; island and sex are left out, and so are the 2 rows without measurements. */
export const penguins = defineDataset({
  id: 'penguins',
  name: 'Palmer penguins',
  summary: 'Four measurements of 342 penguins of three species (2 of the 344 birds were not measured).',
  sources: ['Gorman, Williams & Fraser, PLoS ONE 9(3): e90081, 2014'],
  credit: {
    by: 'K. B. Gorman, T. D. Williams, W. R. Fraser (2014)',
    text:
      'PLoS ONE 9(3): e90081, ' +
      'https://doi.org/10.1371/journal.pone.0090081; Palmer Station Antarctica LTER; A. M. Horst, A. P. Hill, ' +
      'K. B. Gorman, palmerpenguins; from vega-datasets. Columns renamed; 2 rows without measurements are not used.',
    licence: 'CC0 1.0',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
  file: { path: 'data/penguins.csv', bytes: 13478, sum: 966392 },
  parameters: { count: countOf(342) },
  task: 'many classes',
  inputs: ['bill length (mm)', 'bill depth (mm)', 'flipper length (mm)', 'body mass (g)'],
  classes,
  domain: [],
  standardize: true,
  make({ count }, random, file = new Uint8Array()) {
    const all = cellsOf(file)
      .map((cells) => ({ species: cells[0], measurements: cells.slice(2, 6) }))
      .filter(({ measurements }) => measurements.every((cell) => cell !== ''))
      .map(({ species, measurements }) => [
        ...measurements.map((cell) => Number(cell)),
        classes.indexOf(species),
      ])
    return rowsOf([...choose(all.length, count, random)].map((row) => all[row]))
  },
})
