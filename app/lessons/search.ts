import { defineLesson } from './lesson.ts'

export const search = defineLesson({
  id: 'search',
  title: 'Grid search, early stopping',
  dek: 'What is chosen, a rate, a penalty, the moment to stop, has to be chosen on data that was not learned from.',
  part: 'Training tricks',
  figures: {
    stop: {
      title: 'Eighty points, and a hundred to judge by',
      caption:
        'Thin: training loss, thick: validation loss. The second run stops when 150 evaluations bring nothing better, and keeps the weights of the best.',
      link: 'v=1&data=moons&n=580&noise=.2&val=.1724137931&test=.6896551724&labelnoise=.15&net=32-32&batch=0&opt=adam:on,adam:stop&lr=.01,.01&stop.stop=150&on.label=trained+on&stop.label=stopped&steps=800&speed=2',
      show: ['decision', 'divergence'],
      at: 0,
    },
    rates: {
      title: 'One line of a grid: five rates',
      caption: 'The same network and data; only $\\eta$ differs, by a factor of about three from run to run.',
      link: 'v=1&data=moons&n=580&noise=.2&val=.3448275862&test=.5172413793&labelnoise=.15&batch=0&opt=adam:a,adam:b,adam:c,adam:d,adam:e&lr=.001,.003,.01,.03,.1&a.label=0.001&b.label=0.003&c.label=0.01&d.label=0.03&e.label=0.1&steps=300',
      show: ['decision', 'divergence'],
      at: 300,
    },
  },
  body: [
    'Training makes the training loss small. What is wanted is a small loss on data that are not there yet, and the only way to know of it is to hold some data back. Three parts, then: *training* data to learn from, *validation* data to choose by, *test* data to be told the truth by, once.',
    {
      predict:
        'A network that is large for [its eighty points](figure:stop) is trained for 800 steps. When is its validation loss least?',
      options: ['early, in the first half', 'late, in the second half', 'at the end'],
      right: 0,
      figure: 'stop',
      answer: [
        'Early, at about step 60 in the median, and at the end it is more than **1.5 times** as large, typically 3.5 times. The training loss goes on falling all the while: it cannot tell when to stop.',
      ],
    },
    '*Early stopping* looks at the validation loss every now and then, keeps the weights of its best moment, and stops when nothing better has come for a while. That *patience* is a choice as well: with too little a run stops at the first bump. Here it is 150 evaluations, and it finds the best moment of the whole run.',
    'The other numbers, $\\eta$, $\\lambda$, how many units, are chosen in the same way. [A line of five rates](figure:rates) is the least grid there is; the training loss is lowest at $\\eta=0.1$ (0.03), and the validation loss at 0.01 (0.21; at 0.1 it is 0.56). A grid over $\\eta$ and $\\lambda$ has a diagonal ridge of good pairs, as a smaller rate in the same time does what a larger penalty does.',
    {
      doubt: 'The winner of a grid search is the best setting.',
      verdict: [
        'It is one of the good ones. Chosen on validation data the network finds 90.6 % of the test points, chosen on training data 81.8 %, so it matters by what one chooses. But repeated with other data the winning cell is another one in 12 of 20 cases. Look for the ridge, not for the winner.',
      ],
      source:
        'Measured outside this page: 36 settings, 20 seeds. A grid with its map follows here, with the studies.',
    },
  ],
  takeaway:
    'The training loss cannot tell when to stop, or what to choose. Choose on data the net has not seen, and expect the winner to wobble.',
  claims: {
    early:
      'The least validation loss comes before step 400 for each of five seeds, and the training loss falls after it.',
    worse: 'At step 800 the validation loss is over 1.5 times its least, in the median.',
    patience:
      'With a patience of 150 the stopped run keeps the step of the least validation loss, for each seed.',
    gain: 'On 400 test points the stopped network finds over 4 % more, in the median.',
    line: 'In the figure the training loss is lowest at $\\eta=0.1$ (0.03) and the validation loss at 0.01 (0.21; at 0.1 it is 0.56), to a hundredth.',
    rates:
      'The rate with the least training loss is not the one with the least validation loss, for each of three seeds.',
  },
  sources: [
    'L. Prechelt, Early stopping, but when?, 1998',
    'J. Bergstra & Y. Bengio, Random search for hyper-parameter optimization, JMLR 13, 2012',
  ],
})
