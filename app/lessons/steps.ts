import { defineLesson } from './lesson.ts'

export const steps = defineLesson({
  id: 'steps',
  title: 'Steps and valleys',
  dek: 'The steepest direction sets how long a step may be. The shallowest one sets how long you wait.',
  part: 'Optimizers',
  figures: {
    valley: {
      title: 'Gradient descent in a valley, $\\kappa=25$',
      caption:
        'Across the valley the slope is 25 times as steep as along it. Dots are single steps; what is still to come is pale. The start can be dragged.',
      link: 'v=1&f=ravine&kappa=25&opt=sgd&lr=.076&steps=60',
      show: ['map', 'loss'],
      at: 20,
    },
    best: {
      title: 'The best constant rate, $\\eta=2/(L+\\mu)$',
      caption: 'Both coordinates shrink by the same factor, 24/26 a step. No constant rate does better here.',
      link: 'v=1&f=ravine&kappa=25&opt=sgd&lr=.0769230769&steps=100',
      show: ['map', 'loss'],
      at: 44,
    },
  },
  body: [
    'The gradient points where the loss rises fastest. Gradient descent takes a step the other way,',
    {
      equation: 'w_{k+1} \\;=\\; w_k-\\wash{s}{\\eta}\\,\\wash{g}{\\nabla f(w_k)},',
    },
    'and leaves one number to you, the learning rate $\\eta$. How large may it be? Close to a minimum a smooth loss is a bowl, as a rule, so take the plainest bowl that can go wrong, [a valley](figure:valley) that is $\\kappa=L/\\mu$ times as steep across as along:',
    { equation: 'f(w)\\;=\\;\\tfrac12\\left(\\mu\\,w_1^2+L\\,w_2^2\\right).' },
    'Its two coordinates do not know of each other. Each is multiplied by a number of its own at every step,',
    {
      equation: 'w_1\\leftarrow(1-\\eta\\mu)\\,w_1,\\qquad w_2\\leftarrow(1-\\eta L)\\,w_2,',
    },
    'so there is nothing more to know than those two factors. Below $\\eta=1/L$ both are positive and [the path bends smoothly](figure:valley?lr=.035&at=60) into the valley. Above it $1-\\eta L$ is negative: the path [jumps from wall to wall](figure:valley?lr=.076&at=60), and at $\\eta=1.9/L$ it changes sides 60 times in 60 steps. It still arrives, since the factor is smaller than 1 in size.',
    {
      predict: 'What happens at exactly $\\eta=2/L$?',
      options: ['it arrives, slowly', 'it neither arrives nor leaves', 'it flies off'],
      right: 1,
      figure: 'valley?lr=.08&steps=100&speed=2',
      answer: [
        'At $\\eta=2/L$ the factor across is exactly $-1$. The path settles along the valley, and across it bounces between the same two points for ever: the loss stays at **50**, the height of the wall where it began.',
      ],
    },
    'One hundredth less, [$\\eta=1.98/L$](figure:valley?lr=.0792&steps=300&speed=5&at=300), and the loss is below 0.001 after 300 steps. One hundredth more, [$\\eta=2.02/L$](figure:valley?lr=.0808&steps=300&speed=5&at=300), and it is above a million. The edge is sharp, and it is set by the steepest direction alone.',
    'The other direction sets the waiting. With $\\eta$ near $2/L$, the slow factor is about $1-2/\\kappa$, so the number of steps grows like $\\kappa$. The best a constant rate can do is to make both factors equal in size, at [$\\eta=2/(L+\\mu)$](figure:best). To come down to a thousandth of the first height that takes 1, 9, **44**, 173 and 691 steps for $\\kappa=1$, 5, **25**, 100 and 400.',
    {
      doubt: 'If training diverges, the learning rate was too large for the loss.',
      verdict: [
        'For one direction of it. A single weight with a curvature above $2/\\eta$ is enough, however flat all the others are, and the whole loss [goes with it](figure:valley?lr=.0808&steps=300&speed=5&at=60). Nothing is wrong with the shallow direction at that moment: it is as near to its minimum as at the stable rate.',
      ],
      source: 'Measured on this page: at step 60 the first coordinate is below 0.05 at both rates.',
    },
    'What follows in this course are ways out of this bargain: remember where you were going ([Momentum](lesson:momentum)), or give every weight a rate of its own ([the second moment](lesson:secondMoment)).',
  ],
  takeaway:
    'Descent is stable while $\\eta<2/L$, with $L$ the steepest curvature; it needs a number of steps in proportion to $\\kappa=L/\\mu$.',
  claims: {
    edge: 'After 300 steps in the valley with $\\kappa=25$ the loss is below 0.01 at $\\eta=1.98/L$, 50 at $2/L$, and above 100 000 at $2.02/L$.',
    flips: 'At $\\eta=1.9/L$ the path changes sides in each of 60 steps; below $1/L$ it never does.',
    waits:
      'At $\\eta=2/(L+\\mu)$ it takes 1, 9, 44, 173, 691 steps to a thousandth of the height for $\\kappa=1$, 5, 25, 100, 400.',
    alone:
      'At step 60 the first coordinate is below 0.05 at $1.9/L$ and at $2.02/L$; the second has grown at $2.02/L$.',
  },
  sources: [
    'B. Polyak, Introduction to Optimization, 1987, §1.4',
    'S. Boyd & L. Vandenberghe, Convex Optimization, 2004, §9.3',
    'G. Goh, Why Momentum Really Works, Distill, 2017',
  ],
})
