import { defineLesson } from './lesson.ts'

export const basins = defineLesson({
  id: 'basins',
  title: 'Which minimum?',
  dek: 'Where there are several minima the optimizer picks the answer, not only the speed.',
  part: 'Further',
  figures: {
    three: {
      title: 'One start, three answers',
      caption:
        'Himmelblau’s surface has four minima, all of height 0. The start can be dragged: near a watershed every rule decides for itself.',
      link: 'v=1&f=himmelblau&start=.875,4.5&steps=400&opt=sgd,momentum,rmsprop,adam,sign&lr=.005,.002,.05,.2,.05&speed=5&focus=momentum',
      show: ['map', 'loss'],
      at: 0,
    },
  },
  body: [
    'A bowl has one minimum, and all that optimizers can differ in is the time they take. The loss of a network has many. Which one is found depends on the start, and on the path taken from there.',
    'On [this surface](figure:three) there are four minima, all equally good,',
    { equation: 'f(w)=(w_1^2+w_2-11)^2+(w_1+w_2^2-7)^2.' },
    {
      predict:
        'Five optimizers leave from one point between the valleys. How many different minima do they end in?',
      options: ['one', 'two', 'three'],
      right: 2,
      figure: 'three',
      answer: [
        'Three. Descent follows the slope to (3, 2). Momentum does too, cannot stop, and is carried over to (3.58, −1.85). RMSProp, Adam and sign descent leave diagonally, as [both weights move alike](lesson:signs), and cross the watershed to (−2.81, 3.13).',
      ],
    },
    'It is no accident of one point: moved by 0.05 along either axis, the start leads to the same three. Over a grid of 21 × 21 starts Momentum ends elsewhere than slow descent from 38 % of them, Nesterov from 31 %, RMSProp and Adam from 7 and 8 %.',
    {
      doubt: 'Optimizers find the same solution, some faster.',
      verdict: [
        'True of a bowl only. Which of several solutions is found is part of what an optimizer does, and on networks, whose minima differ in how well they serve on new data, this is one reason why a slower one may be the better choice.',
      ],
      source:
        'A. Wilson et al., The marginal value of adaptive gradient methods in machine learning, NeurIPS 2017.',
    },
  ],
  takeaway: 'On a surface with several minima the optimizer picks the answer, not just the speed.',
  claims: {
    three:
      'From (0.875, 4.5) descent ends at (3, 2), Momentum at (3.58, −1.85), RMSProp, Adam and sign descent at (−2.81, 3.13).',
    shares:
      'Of 21 × 21 starts over the map the end is another than that of descent with $\\eta=0.002$ for 38 % with Momentum, 31 % with Nesterov, 7 % with RMSProp, 8 % with Adam.',
    stable: 'So they do from the four points 0.05 away along the axes.',
  },
  sources: [
    'D. Himmelblau, Applied Nonlinear Programming, 1972',
    'A. Wilson et al., The marginal value of adaptive gradient methods in machine learning, NeurIPS 2017',
  ],
})
