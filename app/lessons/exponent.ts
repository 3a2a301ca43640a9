import { defineLesson } from './lesson.ts'

export const exponent = defineLesson({
  id: 'exponent',
  title: 'Why the root?',
  dek: 'Divide by the mean square to the power p. One power makes the units of the slope cancel.',
  part: 'Further',
  figures: {
    powers: {
      title: 'Three powers, first steps of one length, $\\kappa=100$',
      caption:
        'With $p=0$ this is gradient descent, with $p=\\frac12$ it is RMSProp with its bias divided out.',
      link: 'v=1&f=ravine&kappa=100&steps=500&opt=power:a,power:b,power:c&lr=.000499844,.00698430,.0707106781&a.p=0&b.p=.25&c.p=.5&a.eps=0&b.eps=0&c.eps=0&a.label=p+=+0&b.label=p+=+0.25&c.label=p+=+0.5&speed=5&focus=c',
      show: ['map', 'loss'],
      at: 120,
    },
  },
  body: [
    'RMSProp and Adam divide by the *root* of the mean square. Nothing in the derivation of a step asks for a root, so make it a parameter:',
    {
      equation: '\\Delta w=-\\,\\frac{\\eta\\,g}{\\wash{v}{\\hat v}^{\\,p}},\\qquad 0\\le p\\le 1.',
    },
    'In the first step $\\hat v=g^2$, so a weight moves by $\\eta\\,|g|^{1-2p}$. Of two slopes in the proportion of $\\kappa$, the steps are in the proportion $\\kappa^{1-2p}$. That is 1 for $p=\\frac12$ and for no other power.',
    {
      predict:
        'All [three powers](figure:powers?at=1) begin with a step of length 0.1. Which is first to come within 0.4 of the minimum?',
      options: ['$p=0$', '$p=\\frac14$', '$p=\\frac12$'],
      right: 2,
      figure: 'powers?at=0',
      answer: [
        'It takes 5052 steps with $p=0$, 470 with ¼ and **83** with ½. Half of the dependence on $\\kappa$ is gone at ¼, all of it at ½. Beyond, it is over-corrected: the steep weight now moves least.',
      ],
    },
    {
      note: 'Padam uses powers between 0 and ½, on the grounds that the smaller ones generalize better on images; that is another question than how units cancel.',
    },
  ],
  takeaway: 'One half is the one power at which the unit of the gradient cancels.',
  claims: {
    ratio: 'The first step across and along is in the proportion $(|g_2|/|g_1|)^{1-2p}$, to nine digits.',
    faster:
      'To 0.4 from the minimum, ½ takes less than a third of the steps of ¼, and ¼ less than a third of those of 0.',
    steps: 'They are 5052, 470 and 83.',
  },
  sources: [
    'J. Chen et al., Closing the generalization gap of adaptive gradient methods in training deep neural networks (Padam), IJCAI 2020',
  ],
})
