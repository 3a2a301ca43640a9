import { defineLesson } from './lesson.ts'

export const adagrad = defineLesson({
  id: 'adagrad',
  title: 'Adagrad and AdaDelta',
  dek: 'One never forgets, so its steps only shrink. The other has no learning rate, or so it seems.',
  part: 'Optimizers',
  figures: {
    steady: {
      title: 'On a steady slope',
      caption:
        'Adagrad’s step is $\\eta/\\sqrt k$: a tenth of $\\eta$ after 100 steps. RMSProp’s comes to $\\eta$ and stays. AdaDelta’s ($\\epsilon=10^{-4}$, and its $\\eta$ is 1) begins at 0.045 and hardly grows.',
      link: 'v=1&f=l1Ravine&steps=100&opt=adagrad,rmsprop,adadelta&lr=.05,.01,1&adadelta.gamma=.95&focus=adagrad',
      show: ['map', 'meanStep'],
      at: 100,
    },
    epsilon: {
      title: 'AdaDelta with three $\\epsilon$',
      caption: 'Its first step is $\\sqrt{\\epsilon/(1-\\gamma)}$, so $\\epsilon$ is its learning rate.',
      link: 'v=1&f=ravine&kappa=25&steps=200&opt=adadelta:a,adadelta:b,adadelta:c&lr=1,1,1&a.eps=1e-6&b.eps=1e-4&c.eps=1e-2&a.gamma=.95&b.gamma=.95&c.gamma=.95&a.label=ε+=+0.000001&b.label=ε+=+0.0001&c.label=ε+=+0.01&speed=5&focus=b',
      show: ['map', 'meanStep'],
      at: 200,
    },
    late: {
      title: 'AdaDelta, six thousand steps',
      caption:
        'Across, the curvature is 5. The loss falls to nothing, and then rises again: with both averages near 0 the rate tends to 1.',
      link: 'v=1&f=ravine&kappa=5&steps=6000&opt=adadelta&lr=1&adadelta.eps=1e-4&adadelta.gamma=.95&speed=25',
      show: ['map', 'loss'],
      at: 6000,
    },
  },
  body: [
    'Adagrad was first to give each weight a rate of its own. It divides by the root of the *sum* of all squares so far,',
    {
      equation:
        '\\wash{v}{G_k}=G_{k-1}+g_k^2,\\qquad w_{k+1}=w_k-\\wash{s}{\\frac{\\eta}{\\sqrt{G_k+\\epsilon}}}\\,g_k.',
    },
    'A sum only grows. [On a steady slope](figure:steady) the step is $\\eta/\\sqrt k$, which is what theory asks for when gradients are noisy, and what makes it stop early when there is still far to go. RMSProp is Adagrad that forgets.',
    'AdaDelta wants to do away with $\\eta$. It keeps a second average, of its own squared steps, and takes their quotient for the rate:',
    {
      equation:
        '\\wash{u}{\\Delta w_k}=-\\wash{s}{\\frac{\\sqrt{E[\\Delta w^2]_{k-1}+\\epsilon}}{\\sqrt{E[g^2]_k+\\epsilon}}}\\;g_k.',
    },
    'The units come out right: $\\Delta w$ over $g$, times $g$. So the loss may be multiplied by anything that keeps $\\epsilon$ small beside it. In a valley a thousand times as steep AdaDelta takes the same 883 steps to a hundredth of the height, where gradient descent at the rate that took 21 diverges. In one a thousand times as shallow it takes 1585: there $\\epsilon$ counts.',
    {
      predict:
        'AdaDelta has no learning rate. How does its path depend on $\\epsilon$, which only prevents $0/0$?',
      options: ['hardly', 'it is slower with a smaller one', 'it is faster with a smaller one'],
      right: 1,
      figure: 'epsilon',
      answer: [
        'Its first step is $\\sqrt{\\epsilon/(1-\\gamma)}$ long: 0.0045 at $\\epsilon=10^{-6}$, 0.045 at $10^{-4}$. The later ones grow from there, since the average of the steps is fed by the steps themselves. On a plain slope $\\epsilon=10^{-6}$ is still at 0.0085 after 1000 steps.',
      ],
    },
    {
      doubt: 'AdaDelta needs no learning rate.',
      verdict: [
        '$\\epsilon$ is one, in disguise. And there is a second one: near a minimum both averages fade, and what is left is $\\sqrt\\epsilon/\\sqrt\\epsilon=1$. So [late](figure:late) AdaDelta is gradient descent with $\\eta=1$, unstable wherever the curvature is above 2. With a curvature of 5 the point is at $10^{-44}$ after 200 steps and away from 0 again after 5000; with 1.9 it stays.',
      ],
      source: 'Measured here, at ε = 10⁻⁴, γ = 0.95. M. Zeiler’s report does not go so far.',
    },
  ],
  takeaway:
    'Adagrad’s steps only ever shrink. AdaDelta’s missing rate is $\\epsilon$ at first and 1 in the end.',
  claims: {
    shrinks: 'On a steady slope Adagrad’s step is $\\eta/\\sqrt k$.',
    epsilon:
      'AdaDelta’s first step is 0.0045 at $\\epsilon=10^{-6}$ and 0.045 at $10^{-4}$; at $10^{-6}$ it is 0.0085 after 1000 steps.',
    scale:
      'On a loss a thousand times as large AdaDelta takes the same 883 steps, on one a thousand times as small 1585; descent, which took 21, diverges on the large one.',
    late: 'AdaDelta at curvature 5 is below $10^{-40}$ at step 200 and above 0.1 at step 5000; at curvature 1.9 it stays below $10^{-6}$.',
  },
  sources: [
    'J. Duchi, E. Hazan & Y. Singer, Adaptive subgradient methods for online learning, JMLR 12, 2011',
    'M. Zeiler, ADADELTA: an adaptive learning rate method, arXiv 1212.5701, 2012',
  ],
})
