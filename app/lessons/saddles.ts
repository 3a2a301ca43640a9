import { defineLesson } from './lesson.ts'

const race = 'v=1&f=doubleWell&opt=sgd,momentum,nesterov,rmsprop,adam&lr=.1,.1,.1,.02,.02&speed=2&focus=sgd'

export const saddles = defineLesson({
  id: 'saddles',
  title: 'Saddles and plateaus',
  dek: 'Where the slope is small, descent is only as fast as the distance already gained. Normalized steps do not wait.',
  part: 'Further',
  figures: {
    ridge: {
      title: 'Almost on the ridge, $w_2=0.001$',
      caption: 'Two valleys, a saddle between them at 0. Every run starts a thousandth off the ridge.',
      link: `${race}&start=1.5,.001&steps=120`,
      show: ['map', 'loss'],
      at: 40,
    },
    closer: {
      title: 'Closer to the ridge, $w_2=0.000001$',
      caption:
        'Gradient descent stays at the saddle for a hundred steps. The others are gone as soon as before.',
      link: `${race}&start=1.5,.000001&steps=200`,
      show: ['map', 'loss'],
      at: 130,
    },
    exact: {
      title: 'On the ridge, $w_2=0$',
      caption: 'All five come down along the ridge, to the saddle.',
      link: `${race}&start=1.5,0&steps=120`,
      show: ['map', 'loss'],
      at: 0,
    },
    shaken: {
      title: 'On the ridge, with noise $\\sigma=0.01$ on the slope',
      caption: 'A hundredth of noise is enough to choose a side.',
      link: `${race}&start=1.5,0&noise=.01&steps=250`,
      show: ['map', 'loss'],
      at: 100,
    },
    plateau: {
      title: 'On a plateau',
      caption: 'A well in a plain: outside it the slope is nearly 0 everywhere.',
      link: 'v=1&f=well&s=1&start=-4,3&steps=120&opt=sgd,momentum,rmsprop,adam&lr=.5,.5,.05,.05&focus=rmsprop',
      show: ['map', 'loss'],
      at: 80,
    },
  },
  body: [
    'At a saddle the slope is 0 and the loss still falls to both sides. Close to it the loss is a valley one way and a ridge the other,',
    {
      equation: 'f(w)\\approx f_0+\\tfrac12\\left(w_1^2-w_2^2\\right),\\qquad w_2\\leftarrow(1+\\eta)\\,w_2.',
    },
    '[On the ridge](figure:ridge) descent multiplies the distance gained by $1+\\eta$ at each step. It leaves in 67 steps from a thousandth off, and every further power of ten costs it 24 more: 139 steps [from a millionth](figure:closer). Momentum takes 25, Nesterov 22, RMSProp **12** and Adam 25, and from a millionth hardly more: their steps are not in proportion to the slope.',
    {
      predict: 'And from exactly on the ridge, $w_2=0$?',
      options: ['all escape, later', 'only RMSProp and Adam do', 'nobody does'],
      right: 2,
      figure: 'exact',
      answer: [
        'Nobody. The slope across is exactly 0, its sign too, and 0 divided by a root of 0 is held at 0 by $\\epsilon$. A little [noise](figure:shaken) is enough: with $\\sigma=0.01$ descent is away within 150 steps. Minibatches always bring some.',
      ],
    },
    'A [plateau](figure:plateau) is the same without an edge. Where the slope is $10^{-5}$, descent at $\\eta=0.5$ has not arrived after 3000 steps, nor at [$\\eta=5$](figure:plateau?lr=5,.5,.05,.05); Momentum takes 2426. RMSProp needs **55** and Adam 74, as the root of the mean square is as small as the slope. How small a slope may be before they give up is up to [their $\\epsilon$](lesson:signs).',
  ],
  takeaway:
    'Near a saddle descent grows by a factor a step, so it waits for the first distance; normalized steps do not. From the ridge itself only noise leads away.',
  claims: {
    escape:
      'From 0.001 the steps to $|w_2|>0.5$ are 67, 25, 22, 12, 25; descent takes more than 60 further ones from $10^{-6}$.',
    ridge: 'From the ridge itself nobody escapes in 250 steps; with noise 0.01 descent does within 150.',
    plateau:
      'To a loss of 0.1 on the plateau it takes Momentum 2426, RMSProp 55 and Adam 74 steps; descent at 0.5 and at 5 takes over 3000.',
  },
  sources: [
    'Y. Dauphin et al., Identifying and attacking the saddle point problem, NeurIPS 2014',
    'J. Lee et al., Gradient descent only converges to minimizers, COLT 2016',
  ],
})
