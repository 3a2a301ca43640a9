import { defineLesson } from './lesson.ts'

export const momentum = defineLesson({
  id: 'momentum',
  title: 'Momentum and Nesterov',
  dek: 'A step that remembers the ones before it crosses a valley in the root of the time, if two numbers are chosen together.',
  part: 'Optimizers',
  figures: {
    tuned: {
      title: 'Each at its best for this valley, $\\kappa=25$',
      caption:
        'Gradient descent at $2/(L+\\mu)$; Momentum and Nesterov at the $\\eta$ and $\\beta$ that theory gives for $\\mu$ and $L$. Steps to a millionth of the height: 87, 27, 32.',
      link: 'v=1&f=ravine&kappa=25&steps=90&opt=sgd,momentum,nesterov&lr=.0769230769,.1111111111,.0526315789&momentum.beta=.4444444444&nesterov.beta=.6267808&focus=momentum',
      show: ['map', 'loss'],
      at: 27,
    },
    memory: {
      title: 'One rate, $\\eta=1/L$, four memories',
      caption:
        'More memory is faster at first, then worse: at $\\beta=0.99$ the point swings through the minimum for hundreds of steps.',
      link: 'v=1&f=ravine&kappa=25&steps=120&opt=momentum:a,momentum:b,momentum:c,momentum:d&lr=.04,.04,.04,.04&a.beta=0&b.beta=.7&c.beta=.9&d.beta=.99&a.label=β+=+0&b.label=β+=+0.7&c.label=β+=+0.9&d.label=β+=+0.99&focus=b',
      show: ['map', 'loss'],
      at: 40,
    },
    edge: {
      title: 'Just inside and just outside, $\\beta=0.9$',
      caption: 'Nesterov at $1.4/L$ diverges, where gradient descent runs; Momentum still runs at $3.7/L$.',
      link: 'v=1&f=ravine&kappa=25&steps=200&opt=sgd,momentum,nesterov&lr=.056,.148,.056&speed=5&focus=nesterov',
      show: ['map', 'loss'],
      at: 200,
    },
  },
  body: [
    'Gradient descent forgets. In a narrow valley it takes a large part of each step across, back and forth, and a small part along. Momentum keeps a *velocity* $v$, in which the part across cancels and the part along adds up:',
    {
      equation:
        '\\wash{m}{v_{k+1}}=\\beta\\,v_k-\\eta\\,\\wash{g}{\\nabla f(w_k)},\\qquad w_{k+1}=w_k+v_{k+1}.',
    },
    'On a steady slope the velocity grows to $1/(1-\\beta)$ times a single step: ten times at $\\beta=0.9$. Nesterov’s form asks for the slope where the velocity is about to carry it,',
    {
      equation: '\\wash{m}{v_{k+1}}=\\beta\\,v_k-\\eta\\,\\wash{g}{\\nabla f(w_k+\\beta\\,v_k)}.',
    },
    'In [the same valley](figure:tuned), each at its best, descent needs **87** steps to a millionth of the height, Momentum **27** and Nesterov **32**. At $\\kappa=100$ they need 346, 58 and 63. Where descent waits in proportion to $\\kappa$, memory waits in proportion to its root.',
    {
      predict: 'At $\\eta=1/L$, which memory is first to stay below a ten-thousandth of the height?',
      options: ['$\\beta=0$', '$\\beta=0.7$', '$\\beta=0.9$', '$\\beta=0.99$'],
      right: 1,
      figure: 'memory?at=0',
      answer: [
        'The best lies in between. It takes 94 steps with $\\beta=0$, **26** with 0.7, 88 with 0.9 and 928 with 0.99: too much memory is ten times worse than none, because the point flies through the minimum and has to come back.',
      ],
    },
    'The gain is there only when $\\eta$ and $\\beta$ are set together, from both curvatures: Momentum’s best pair is $\\eta=4/(\\sqrt L+\\sqrt\\mu)^2$ with $\\beta=\\left(\\frac{\\sqrt\\kappa-1}{\\sqrt\\kappa+1}\\right)^2$. Nobody knows $\\mu$ and $L$ of a network, which is why $\\beta=0.9$ is tried first and $\\eta$ is searched for.',
    {
      doubt: 'Nesterov’s form is the safer one.',
      verdict: [
        'It is better damped, but its stable range is *smaller*. Momentum is stable up to $2(1+\\beta)/L$, Nesterov up to $2(1+\\beta)/((1+2\\beta)L)$, which at $\\beta=0.9$ is 3.8 and 1.36 over $L$. [At $1.4/L$](figure:edge) Nesterov flies off, at a rate where plain descent, stable to $2/L$, is fine.',
      ],
      source: 'Measured on this page at 1.3, 1.4, 3.7 and 3.9 over L.',
    },
    {
      doubt: 'Tuned momentum is never worse than descent.',
      verdict: [
        'True on a bowl. On a curve whose slope consists of three straight pieces, steep, flat and steep, the best pair for its curvatures *cycles for ever* between three points, 2.116, 0.647 and −1.802, while descent converges.',
      ],
      source:
        'L. Lessard, B. Recht & A. Packard, SIAM J. Optimization 26, 2016, §4.6; run on this page’s engine.',
    },
    {
      note: 'Frameworks write Momentum as a buffer, $b\\leftarrow\\beta b+g$, $w\\leftarrow w-\\eta b$: the same path while $\\eta$ stays. What PyTorch draws with *nesterov=True* are the points $w+\\beta v$ at which this form asks for the slope. Momentum accumulates the gradient; it does not normalize it.',
    },
  ],
  takeaway:
    'Momentum turns $\\kappa$ into $\\sqrt\\kappa$ if $\\eta$ and $\\beta$ are set together; too much of it is worse than none.',
  claims: {
    root: 'Tuned for $\\kappa=25$: 87, 27, 32 steps to a millionth of the height; for $\\kappa=100$: 346, 58, 63.',
    memory:
      'At $\\eta=1/L$ the loss stays below a ten-thousandth of its start after 94, 26, 88 and 928 steps for $\\beta=0$, 0.7, 0.9, 0.99.',
    edge: 'At $\\beta=0.9$ Momentum runs at $3.7/L$ and diverges at $3.9/L$; Nesterov runs at $1.3/L$ and diverges at $1.4/L$.',
    cycle:
      'On the curve of Lessard, Recht and Packard the tuned heavy ball repeats 2.116, 0.647, −1.802; descent converges.',
  },
  sources: [
    'B. Polyak, Some methods of speeding up the convergence of iteration methods, 1964',
    'Y. Nesterov, A method of solving a convex programming problem with convergence rate O(1/k²), 1983',
    'I. Sutskever et al., On the importance of initialization and momentum in deep learning, ICML 2013',
    'L. Lessard, B. Recht & A. Packard, Analysis and design of optimization algorithms via integral quadratic constraints, 2016',
  ],
})
