import { defineLesson } from './lesson.ts'

/** RMSProp with four memories, and sign descent, on planes of constant slope. */
const slope = [
  'v=1&f=l1Ravine&steps=48&opt=rmsprop:a,rmsprop:b,rmsprop:c,rmsprop:d,sign',
  'lr=.01,.01,.01,.01,.01&focus=c',
  'a.gamma=.5&b.gamma=.8&c.gamma=.9&d.gamma=.99',
  'a.label=γ+=+0.5&b.label=γ+=+0.8&c.label=γ+=+0.9&d.label=γ+=+0.99&sign.label=sign(g)',
].join('&')

export const signs = defineLesson({
  id: 'signs',
  title: 'Only the sign remains',
  dek: 'RMSProp divides each slope by its recent size. Once the size settles, what is left is its sign.',
  part: 'Optimizers',
  figures: {
    valley: {
      title: 'Same valley, same start',
      caption:
        'RMSProp, Adam and sign descent move both weights by about the same $\\eta=0.12$; gradient descent ($\\eta=0.095$) follows the steep one. Future steps are pale.',
      link: 'v=1&f=ravine&kappa=18&start=-4.6,2.35&steps=48&opt=sgd,rmsprop,adam,sign&lr=.095,.12,.12,.12&sign.label=sign(g)&focus=rmsprop',
      show: ['map', 'meanStep'],
      at: 14,
    },
    slope: {
      title: 'Step length in units of $\\eta$, while the slope holds still',
      caption:
        'On $|w_1|+10\\,|w_2|$ the slopes are 1 and 10 and stay so. RMSProp’s step is exactly $\\eta/\\sqrt{1-\\gamma^k}$ in both: too long at first, the sign of the slope in the end.',
      link: slope,
      show: ['meanStep'],
      at: 14,
    },
    noise: {
      title: 'With noise on the slope, $\\sigma=3$',
      caption:
        'The slopes are 1 and 10. Noise of 3 drowns the first and hardly touches the second, so the path bends away from 45°.',
      link: 'v=1&f=l1Ravine&start=-5,4&noise=3&steps=400&opt=rmsprop,sign&lr=.005,.005&rmsprop.gamma=.99&sign.label=sign(g)&speed=5',
      show: ['map', 'signLikeness'],
      at: 400,
    },
    plateau: {
      title: 'A plateau, with ε inside and outside the root',
      caption:
        'At the start the slope is $2.6\\cdot10^{-8}$. Inside the root, $\\epsilon=10^{-8}$ hides slopes below $10^{-4}$; outside it hides slopes below $10^{-8}$.',
      link: 'v=1&f=well&s=.8&start=-4,3&steps=120&opt=rmsprop:in,rmsprop:out,adam:ain,adam:aout&lr=.05,.05,.05,.05&out.inside=0&aout.inside=0&in.label=RMSProp,+in&out.label=RMSProp,+out&ain.label=Adam,+in&aout.label=Adam,+out&focus=out',
      show: ['map', 'loss'],
      at: 60,
    },
    net: {
      title: 'A network’s 337 weights',
      caption:
        'Two moons, all points in each step. Each cell is a weight; the darker it is, the longer its last step, in units of $\\eta$. RMSProp’s are nearly all of one length.',
      link: 'v=1&data=moons&n=400&val=.5&test=0&batch=0&opt=sgd,rmsprop&lr=.3,.0001&steps=300&show=heat:signLikeness',
      show: ['decision', 'weights'],
      at: 300,
    },
    settle: {
      title: 'At the minimum',
      caption:
        'The last forty of 800 steps. RMSProp with a constant rate ends in a cycle between $+\\eta/2$ and $-\\eta/2$ in each weight.',
      link: 'v=1&f=ravine&kappa=50&start=3.3,2.1&steps=800&opt=rmsprop,sgd&lr=.1,.02&speed=10&zoom=760-800',
      show: ['loss', 'meanStep'],
      at: 800,
    },
    rprop: {
      title: 'RProp and its namesake limit',
      caption:
        'RProp lengthens its step while the sign stays and halves it when it changes. Sign descent keeps its step, and bounces.',
      link: 'v=1&f=ravine&kappa=25&steps=60&opt=rprop,sign&lr=.1,.1&focus=rprop',
      show: ['map', 'loss'],
      at: 40,
    },
    batches: {
      title: 'The same two on minibatches of 20',
      caption:
        'Circles, 800 steps. Every batch has another gradient: RProp takes the changes of sign for overshoots and halves its steps to nothing.',
      link: 'v=1&data=circles&n=400&val=.5&test=0&steps=800&opt=rprop,rmsprop&lr=.01,.01&speed=2',
      show: ['decision', 'divergence'],
      at: 800,
    },
  },
  body: [
    'Plain gradient descent lets the slope decide two things at once: which way to go, and how far. In [a long valley](figure:valley) that is a poor bargain, because the wall is steep and the floor is nearly flat. RMSProp keeps, for every weight, a running mean of the squared slope,',
    {
      equation: '\\wash{v}{E[g^2]_k} \\;=\\; \\gamma\\,E[g^2]_{k-1}+(1-\\gamma)\\,\\wash{g}{g_k^{\\,2}},',
    },
    'and divides by its root. Suppose the slope holds still for about $1/(1-\\gamma)$ steps, which at $\\gamma=0.9$ is **10**. Then $\\sqrt{E[g^2]}$ is as large as $|g|$ itself, the size cancels, and',
    {
      equation:
        'w_{k+1} \\;=\\; w_k-\\wash{s}{\\frac{\\eta}{\\sqrt{E[g^2]_k+\\epsilon}}}\\,g_k \\;\\approx\\; w_k-\\eta\\,\\operatorname{sign}(g_k).',
    },
    'Every weight moves by $\\eta$, steep or not. On the map that is a [path at 45°](figure:valley?at=8).',
    {
      predict: 'The average starts from 0. Compared with $\\eta$, how long is RMSProp’s very first step?',
      options: ['shorter', 'the same', 'longer'],
      right: 2,
      figure: 'slope',
      answer: [
        'After one step the average holds only $(1-\\gamma)\\,g^2$, so that step is $\\eta/\\sqrt{1-\\gamma}$ long, or **3.16** times $\\eta$. The excess fades as $1/\\sqrt{1-\\gamma^k}$.',
      ],
    },
    'The [step length on a steady slope](figure:slope?at=1) shows it for four memories, and that it is the same for the slope of 1 and for the slope of 10. With $\\gamma=0.9$ it is within 5 % of $\\eta$ after 23 steps; raise $\\gamma$ to [0.99](figure:slope?focus=d&at=48) and the excess lasts 237. Adam divides exactly this factor out of its second moment, which is why [its first step](lesson:adam) is $\\eta$ and no more.',
    {
      doubt: 'If the gradient keeps its sign for long, RMSProp’s step is $\\eta\\,\\operatorname{sign}(g)$.',
      verdict: [
        'A steady sign is not enough: the *size* has to be steady too. Add [noise](figure:noise) of spread $\\sigma$ and what is left of the slope $\\bar g$ in the mean is a step of $\\eta\\,\\bar g/\\sqrt{\\bar g^2+\\sigma^2}$. With $\\sigma=3$ that is **0.32** $\\eta$ where the slope is 1 and 0.96 $\\eta$ where it is 10. Noise makes RMSProp slow itself down, weight by weight.',
      ],
      source: 'The law: L. Balles & P. Hennig, Dissecting Adam, ICML 2018. The numbers: measured here.',
    },
    'Very small slopes are another exception. The $\\epsilon$ that prevents a division by zero decides which slopes count as zero. In the formula above it stands inside the root, so that $\\epsilon=10^{-8}$ is met by slopes of $10^{-4}$; PyTorch puts it outside, where slopes of $10^{-8}$ meet it. [On a plateau](figure:plateau) that is the difference between arriving and not: RMSProp takes 33 steps with $\\epsilon$ outside, Adam 63, and neither is any nearer after 400 with $\\epsilon$ inside.',
    'Does a real network get there? A measure that needs no $\\eta$ is',
    {
      equation:
        '\\varphi=\\frac{\\|\\Delta w\\|_1^2}{n\\,\\|\\Delta w\\|_2^2},\\qquad \\tfrac1n\\le\\varphi\\le1,',
    },
    'which is 1 when all weights move equally far. On [two moons](figure:net) with all points in each step and a small rate, RMSProp has $\\varphi$ above **0.9**, gradient descent below 0.6. With minibatches of ten the slopes are noisy, and $\\varphi$ is lower.',
    'The limit has its price. If only the sign is left, the step is as long at the minimum as anywhere else. [There](figure:settle) RMSProp ends in a cycle of two points, $\\pm\\eta/2$ in every weight, whatever the curvature, and only a smaller $\\eta$ brings it closer.',
    {
      doubt: 'RMSProp is similar to RProp.',
      verdict: [
        'Its limit is *sign descent*, which never changes its step. RProp does: it multiplies the step of a weight by 1.2 while the sign stays and by ½ when it changes. [In the valley](figure:rprop) RProp is within a hundredth of the height after 13 steps and goes on; sign descent takes 40 and bounces there for ever.',
        'The other way round on [minibatches](figure:batches): RProp takes every change of sign for an overshoot, and its steps shrink to nothing; RMSProp averages the size over batches and learns. That is what RMSProp was made for.',
      ],
      source:
        'M. Riedmiller & H. Braun, RPROP, 1993; G. Hinton, Neural Networks for Machine Learning, lecture 6e, 2012.',
    },
  ],
  takeaway:
    'With a steady gradient only its sign is left, so $\\eta$ is the length of the step in every weight, at the minimum too.',
  claims: {
    steady:
      'On a steady slope RMSProp’s step is $\\eta/\\sqrt{1-\\gamma^k}$: 3.162 $\\eta$ at first, within 5 % of $\\eta$ after 23 steps at $\\gamma=0.9$ and 237 at 0.99.',
    noise:
      'With noise $\\sigma=3$ the mean step is 0.32 $\\eta$ on a slope of 1 and 0.96 $\\eta$ on a slope of 10, to a twentieth of $\\eta$.',
    epsilon:
      'On the plateau RMSProp and Adam arrive in 33 and 63 steps with $\\epsilon$ outside the root, and not in 400 with $\\epsilon$ inside.',
    net: 'On the moons, over steps 251 to 300, the mean $\\varphi$ of RMSProp is above 0.9 with all points in each step, that of descent below 0.6; with batches of ten RMSProp’s is lower.',
    cycle: 'After 800 steps RMSProp is at $\\pm\\eta/2$ in both weights, to a thousandth of $\\eta$.',
    rprop:
      'RProp reaches a hundredth of the height in 13 steps, sign descent in 40, where it stays above $10^{-3}$.',
    batches:
      'On circles with batches of 20, 800 steps: RProp classifies less than 85 % of the training points, RMSProp more than 95 % (medians of five seeds).',
  },
  sources: [
    'T. Tieleman & G. Hinton, RMSProp, Coursera lecture 6.5, 2012',
    'M. Riedmiller & H. Braun, A direct adaptive method for faster backpropagation learning: the RPROP algorithm, 1993',
    'L. Balles & P. Hennig, Dissecting Adam: the sign, magnitude and variance of stochastic gradients, ICML 2018',
    'J. Bernstein et al., signSGD: compressed optimisation for non-convex problems, ICML 2018',
  ],
})
