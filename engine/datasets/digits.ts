import { defineDataset } from '../dataset.ts'
import { choose, countOf } from './common.ts'

const RECORDS = 1797
const PIXELS = 64

/** Mean and standard deviation of all pixels, as shares of full ink: one scale for the whole image. */
const MEAN = 0.305
const SPREAD = 0.376

const names = Array.from({ length: PIXELS }, (_, i) => `row ${Math.floor(i / 8) + 1}, column ${(i % 8) + 1}`)

/** 1797 records of 65 bytes: 64 pixels of 0 to 16 row by row, then the digit. */
export const digits = defineDataset({
  id: 'digits',
  name: 'handwritten digits',
  summary: '1797 real digits of 43 people, 8 × 8 pixels each.',
  sources: [
    'Alpaydin & Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, 1998',
  ],
  credit: {
    by: 'E. Alpaydin and C. Kaynak (1998)',
    text:
      'Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, ' +
      'https://doi.org/10.24432/C50P49. The 1797 rows of its test part, as shipped by scikit-learn; repacked as bytes, ' +
      'values unchanged.',
    licence: 'CC BY 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
  file: { path: 'data/digits.bin', bytes: 116805, sum: 569788 },
  parameters: { count: countOf(RECORDS) },
  task: 'many classes',
  inputs: names,
  classes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  domain: [],
  standardize: false,
  image: { width: 8, height: 8, blank: -MEAN / SPREAD, full: (1 - MEAN) / SPREAD },
  make({ count }, random, file = new Uint8Array()) {
    const rows = choose(RECORDS, count, random)
    const x = new Float64Array(count * PIXELS)
    const y = new Float64Array(count)
    rows.forEach((row, i) => {
      const at = row * (PIXELS + 1)
      for (let p = 0; p < PIXELS; p++) x[i * PIXELS + p] = (file[at + p] / 16 - MEAN) / SPREAD
      y[i] = file[at + PIXELS]
    })
    return { x, y }
  },
})
