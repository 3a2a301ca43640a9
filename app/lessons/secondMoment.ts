import { defineLesson } from './lesson.ts'

const valley =
  'v=1&f=ravine&kappa=100&opt=sgd,momentum,rmsprop,adam,sign&lr=.019,.01,.1,.2,.1&momentum.beta=.9'

export const secondMoment = defineLesson({
  id: 'secondMoment',
  title: 'The second moment',
  dek: 'Dividing every slope by its own recent size gives every weight a unit of its own. It cures valleys that lie along the axes, and no others.',
  part: 'Optimizers',
  figures: {
    scaled: {
      title: 'A valley along the axes, $\\kappa=100$',
      caption:
        'RMSProp, Adam and sign descent draw the same path whatever $\\kappa$ is. Gradient descent is at 95 % of its limit.',
      link: `${valley}&steps=60&focus=rmsprop`,
      show: ['map', 'secondMoment'],
      at: 30,
    },
    narrow: {
      title: 'Four times as narrow, $\\kappa=400$',
      caption:
        'Gradient descent and Momentum have a quarter of their rates, or they would diverge. The others have theirs as before.',
      link: `${valley}&kappa=400&lr=.0047,.0025,.1,.2,.1&steps=60&focus=rmsprop`,
      show: ['map', 'secondMoment'],
      at: 0,
    },
    turned: {
      title: 'The same valley, turned by 45°',
      caption: 'Nothing has changed but the axes. Gradient descent and Momentum do not notice.',
      link: `${valley}&rotate=45&steps=300&speed=5&focus=rmsprop`,
      show: ['map', 'loss'],
      at: 150,
    },
    slanted: {
      title: 'Turned by 15°',
      caption: 'A sixth of a right angle is enough for most of the loss.',
      link: `${valley}&rotate=15&steps=300&speed=5&focus=rmsprop`,
      show: ['map', 'loss'],
      at: 150,
    },
  },
  body: [
    'The valley of the [first lesson](lesson:steps) is slow because one rate has to serve two curvatures. RMSProp estimates how large the slope of each weight usually is, by a running mean of its square, and divides by the root:',
    {
      equation: '\\wash{v}{E[g^2]_k}=\\gamma\\,E[g^2]_{k-1}+(1-\\gamma)\\,g_k^2,',
    },
    { equation: 'w_{k+1}=w_k-\\wash{s}{\\frac{\\eta}{\\sqrt{E[g^2]_k+\\epsilon}}}\\,g_k.' },
    'All of it is done weight by weight. Measure a weight in millimetres instead of metres and its slope is a thousandth; divided by its own size it is what it was. So the step has lost the unit of the slope, and $\\eta$ is in the unit of the weight.',
    {
      predict:
        'The valley is made four times as narrow, $\\kappa=400$ for 100. What becomes of RMSProp’s path?',
      options: ['it zigzags more', 'it takes longer', 'nothing changes'],
      right: 2,
      figure: 'narrow',
      answer: [
        'Between $\\kappa=25$ and $\\kappa=400$ the paths of RMSProp, Adam, Adagrad, RProp and sign descent differ by less than a millionth in 60 steps. Momentum’s differs by more than a tenth, and descent at the same rate would have diverged.',
      ],
    },
    'At [$\\kappa=100$](figure:scaled?at=60) it takes descent 132 steps to come within 0.4 of the minimum, RMSProp **53**, Adam **28**.',
    {
      doubt: 'RMSProp and Adam solve badly scaled problems.',
      verdict: [
        'Those whose scales lie along the weights. [Turn the valley](figure:turned) by 45° and each weight sees a bit of the wall and a bit of the floor: the mean squares are alike, and dividing by them changes only the rate. Descent still takes 132 steps and Momentum 24. RMSProp takes about **130** for 53, Adam **283** for 28 and Adagrad 1003 for 67.',
        'In between it is in between: [at 15°](figure:slanted) RMSProp takes 87 and Adam 156. A method that scales by the axes is not one that knows the curvature.',
      ],
      source: 'Measured on this page; the same holds for 40 random starts in the median.',
    },
    'What it does give, whatever the axes, is a step whose length no longer depends on the size of the loss. What is left of the slope then is [its sign](lesson:signs).',
    {
      note: 'The lecture writes $E[d^2_w D]$ for the mean square. It is the square of a first derivative; no second derivative is computed.',
    },
  ],
  takeaway:
    'Dividing by the root of the mean square cancels the units of each weight. It repairs valleys along the axes only.',
  claims: {
    same: 'Over 60 steps the paths of RMSProp, Adam, Adagrad, sign descent and RProp differ by less than $10^{-6}$ between $\\kappa=25$ and 400; Momentum’s by more than 0.1.',
    faster:
      'At $\\kappa=100$ it takes 132, 53 and 28 steps to come within 0.4 of the minimum for descent, RMSProp and Adam.',
    turned:
      'Turned by 45° it takes descent 132 and Momentum 24 as before, RMSProp about 130, Adam 283, Adagrad 1003; at 15° RMSProp 87 and Adam 156.',
  },
  sources: [
    'T. Tieleman & G. Hinton, RMSProp, Coursera lecture 6.5, 2012',
    'J. Duchi, E. Hazan & Y. Singer, Adaptive subgradient methods, JMLR 12, 2011',
    'D. Kingma & J. Ba, Adam, ICLR 2015',
  ],
})
