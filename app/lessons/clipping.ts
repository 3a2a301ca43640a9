import { defineLesson } from './lesson.ts'

export const clipping = defineLesson({
  id: 'clipping',
  title: 'Clipping and augmentation',
  dek: 'One huge gradient can undo all progress. And a net learns exactly the invariance that it is shown.',
  part: 'Training tricks',
  figures: {
    cliff: {
      title: 'The cliff of a small recurrent net',
      caption:
        'The loss of one neuron fed to itself twenty times. The clipped run takes no step longer than $\\eta c=0.25$.',
      link: 'v=1&f=cliff&start=6,-2.5&steps=150&opt=sgd:free,sgd:clipped&lr=.5,.5&clipped.clip=norm,.5&free.label=free&clipped.label=clipped&focus=clipped',
      show: ['map', 'loss'],
      at: 0,
    },
    shifts: {
      title: 'A hundred digits, as they are and moved about',
      caption:
        'In the second run each image is shown moved by −1, 0 or 1 pixel each way, another way every time. Validation is on images as they are.',
      link: 'v=1&data=digits&n=900&val=.8888888889&test=0&net=96&act=relu&init=he&opt=adam:still,adam:moved&lr=.003,.003&moved.aug=shift,1&still.label=as+they+are&moved.label=moved&steps=500&speed=2',
      show: ['divergence'],
      at: 500,
    },
  },
  body: [
    'A recurrent net multiplies by the same weight again and again. Its loss has [plains and cliffs](figure:cliff): the median slope here is 0.03, the steepest 1470. Descent comes to the foot of a cliff, gets a gradient of its height, and is thrown off the map. *Clipping* keeps the direction and bounds the length:',
    { equation: 'g\\leftarrow g\\cdot\\min\\left(1,\\frac{c}{\\|g\\|}\\right).' },
    'Cutting every coordinate off at $\\pm c$ by itself is simpler, and bends the direction.',
    {
      predict:
        'Two runs [start near the cliff](figure:cliff), one with a clip at 0.5. What becomes of the one without?',
      options: ['it arrives later', 'it is thrown off the map', 'it stops at the edge'],
      right: 1,
      figure: 'cliff',
      answer: [
        'One leap of more than fifty takes it off the map, to a plain from which it does not return. Where a single run is thrown is chaotic: nudge the start and it is another place. What can be said is said of many: of a hundred random starts a bit more than half arrive without a clip, and all with it, none of whose steps is longer than $\\eta c=0.25$.',
      ],
    },
    '*Augmentation* is another remedy against too little data: show each example changed in ways that should not matter. Does a net learn more from [a hundred digits moved about by a pixel](figure:shifts) than from the same hundred as they are?',
    {
      doubt: 'Augmentation improves generalization.',
      verdict: [
        'It depends on the test. On digits in their place the net is less sure of its mistakes, so the loss is lower, but it finds *no* more of them, rather fewer: it has spent its weights on something it is not asked. On test digits that are moved themselves it is the difference between 33 % and **83 %**. It teaches exactly the invariance that is put in, so that has to be the one that is needed.',
      ],
    },
  ],
  takeaway:
    'A clip bounds every step at $\\eta c$ and keeps its direction. Augmentation teaches the invariance it shows, and no other.',
  claims: {
    thrown:
      'In the figure the longest step is over 50 without the clip, and that run ends over 50 from the origin.',
    slopes:
      'On 401 × 401 points of the map the median slope is between 0.025 and 0.03, and the steepest above 1400.',
    arrive: 'Of 100 random starts less than 75 % arrive unclipped and more than 97 % clipped.',
    bounded: 'The longest step is over 50 unclipped, and below 0.2501 clipped.',
    moved:
      'Of moved test digits 33 % are found after training on digits as they are, and 83 % after training on moved ones (medians of three seeds, to 2 %).',
    still: 'Of test digits in their place no more are found after training on moved ones, for each seed.',
  },
  sources: [
    'R. Pascanu, T. Mikolov & Y. Bengio, On the difficulty of training recurrent neural networks, ICML 2013',
    'P. Simard, D. Steinkraus & J. Platt, Best practices for convolutional neural networks, ICDAR 2003',
    'E. Alpaydin & C. Kaynak, Optical Recognition of Handwritten Digits, UCI, 1998 (the digits; CC BY 4.0)',
  ],
})
