import { defineLesson } from './lesson.ts'

export const noise = defineLesson({
  id: 'noise',
  title: 'Noise and decay',
  dek: 'With noise on the gradient a rate buys speed now and costs accuracy later. So let it fall.',
  part: 'Further',
  figures: {
    floor: {
      title: 'Four rates, noise $\\sigma=1$',
      caption:
        'A round bowl. Each rate ends at a mean height of its own, about $\\eta/(2-\\eta)$; single steps are up to a hundred times lower, or a few times higher.',
      link: 'v=1&f=ravine&kappa=1&noise=1&steps=400&opt=sgd:a,sgd:b,sgd:c,sgd:d&lr=.03,.1,.3,1&a.label=η+=+0.03&b.label=η+=+0.1&c.label=η+=+0.3&d.label=η+=+1&speed=10&focus=c',
      show: ['map', 'loss'],
      at: 400,
    },
    decay: {
      title: 'One rate, four ways to let it fall',
      caption: 'All start at $\\eta=0.3$. The last hundred of 3000 steps are what counts.',
      link: 'v=1&f=ravine&kappa=1&noise=1&steps=3000&opt=sgd:a,sgd:b,sgd:c,sgd:d&lr=.3,.3,.3,.3&b.schedule=inverse,100&c.schedule=step,1000,.1&d.schedule=cosine,3000&a.label=constant&b.label=1/k&c.label=steps&d.label=cosine&speed=25&focus=b',
      show: ['map', 'loss'],
      at: 3000,
    },
  },
  body: [
    'A minibatch gives the gradient with an error. Take the roundest bowl, of curvature 1 in both directions, and add noise of spread $\\sigma$ to each coordinate of its slope. Near the minimum the noise pushes the point out as fast as the slope pulls it in, at a mean height of',
    {
      equation:
        '\\operatorname{E}f\\;=\\;\\sum_i\\frac{\\eta\\,\\sigma^2}{2\\,(2-\\eta L_i)}\\;=\\;\\frac{\\eta}{2-\\eta}\\quad(\\sigma=L_1=L_2=1).',
    },
    '[Four rates](figure:floor), four floors: 0.015, 0.053, 0.18 and 1 for $\\eta=0.03$, 0.1, 0.3 and 1. A smaller rate ends lower. It also takes longer to get there: [at step 100](figure:floor?lr=.003,.1,.3,1&a.label=η+=+0.003&at=100) the loss is still about 8 with $\\eta=0.003$.',
    {
      predict:
        'From $\\eta=0.3$, let the rate fall as $1/(1+k/100)$. After 3000 steps the loss is, compared with a constant rate,',
      options: ['about the same', 'a half', 'less than an eighth'],
      right: 2,
      figure: 'decay?at=0',
      answer: [
        'Less than an eighth: large steps while there is far to go, small ones when only noise is left. The schedule has to fit the length of the run; one that falls too fast freezes on the way.',
      ],
    },
    'The conditions under which it converges are old: the rates have to add up to infinity, so that every point can be reached, and their squares must not, so that the noise dies out. $1/k$ does both. A cosine falls too fast for the first, and a rate that is constant after a few steps down too slowly for the second; both are used all the same, as training ends.',
  ],
  takeaway: 'With noise a constant rate buys speed now and costs accuracy later, so let it decay.',
  claims: {
    floor: 'The mean height after 1000 steps is $\\eta/(2-\\eta)$ to a fifth, for $\\eta=0.03$, 0.1, 0.3, 1.',
    decay:
      'Over the last 100 of 3000 steps the mean loss with $1/k$ decay is below an eighth of that of the constant rate.',
    slow: 'At step 100 the mean loss over ten seeds is between 7 and 9 with $\\eta=0.003$, and below 0.5 with 0.3.',
  },
  sources: [
    'H. Robbins & S. Monro, A stochastic approximation method, 1951',
    'L. Bottou, F. Curtis & J. Nocedal, Optimization methods for large-scale machine learning, SIAM Review 60, 2018',
  ],
})
