import { defineLesson } from './lesson.ts'

const deep =
  'v=1&data=circles&n=400&val=.5&test=0&net=8-8-8-8&act=sigmoid&opt=sgd:plain,sgd:norm&plain.label=without&norm.label=BatchNorm&norm.bn=1,population'

export const batchNorm = defineLesson({
  id: 'batchNorm',
  title: 'BatchNorm, forward and back',
  dek: 'Each unit is given mean 0 and deviation 1 over the batch, and the gradient knows it.',
  part: 'Training tricks',
  figures: {
    deep: {
      title: 'Four layers of eight sigmoids, $\\eta=1$',
      caption:
        'Small weights shrink the signal layer by layer, until the last one hardly differs between points. Normalized, it arrives.',
      link: `${deep}&lr=1,1&steps=400`,
      show: ['decision', 'norm', 'divergence'],
      at: 400,
    },
    wild: {
      title: 'The same with large weights, $\\eta=0.1$',
      caption:
        'Weights of spread 2.2: without normalization more than a quarter of the units are saturated at the start.',
      link: `${deep}&init=normal,2.2&lr=.1,.1&steps=600`,
      show: ['decision', 'norm', 'divergence'],
      at: 1,
    },
    sorted: {
      title: 'Batches sorted by class',
      caption: 'Three classes, twenty points of one class at a time.',
      link: 'v=1&data=blobs3&n=480&val=.5&test=0&order=sorted&opt=sgd:plain,sgd:norm&lr=.1,.1&norm.bn=1&plain.label=without&norm.label=BatchNorm&steps=360',
      show: ['decision', 'norm', 'divergence'],
      at: 360,
    },
    tiny: {
      title: 'Batches of two',
      caption:
        'Of two points each unit is always one deviation above or below the mean, wherever the points are.',
      link: 'v=1&data=circles&n=480&val=.5&test=0&batch=2&opt=sgd:plain,sgd:norm&lr=.3,.3&norm.bn=1&plain.label=without&norm.label=BatchNorm&steps=2400&speed=10',
      show: ['decision', 'norm', 'divergence'],
      at: 2400,
    },
    through: {
      title: 'Through $\\mu$ and $\\sigma$, and past them',
      caption:
        'The second run takes mean and deviation for constants on the way back. Its biases in front of the normalization grow without end.',
      link: 'v=1&data=circles&n=480&val=.5&test=0&net=8-8&opt=sgd:through,sgd:past&lr=.3,.3&through.bn=1&past.bn=1,,1&through.label=through&past.label=past&steps=720&speed=2',
      show: ['decision', 'norm', 'divergence'],
      at: 720,
    },
  },
  body: [
    'A unit’s pre-activation $z$ is pushed about by all layers before it. Batch normalization takes its mean and its deviation over the minibatch out, and gives the unit two numbers of its own to set them again:',
    {
      equation:
        '\\wash{m}{\\mu_B}=\\frac1B\\sum_i z_i,\\qquad \\wash{v}{\\sigma_B^2}=\\frac1B\\sum_i(z_i-\\mu_B)^2,',
    },
    {
      equation:
        'u_i=\\frac{z_i-\\mu_B}{\\sqrt{\\sigma_B^2+\\epsilon}},\\qquad \\hat z_i=\\gamma\\,u_i+\\beta.',
    },
    'What it can do is seen in [a deep net of sigmoids](figure:deep). Without it the net is at chance after 400 steps, and no learning rate between 0.03 and 30 helps. With it, it finds more than 95 % of the points.',
    {
      doubt: 'It works because it keeps units in the linear region.',
      verdict: [
        'Not here. When this net starts *no* unit is saturated, with or without. The trouble is the opposite: every layer of small weights shrinks what differs between points to about a fifth, and after four of them the signal, and the gradient on its way back, are gone.',
        'With [large weights](figure:wild) the usual story does hold: a quarter of all units and more start saturated, and none with normalization. Both are cured by the same step, since both are a matter of scale.',
      ],
      source: 'Measured here.',
    },
    {
      doubt: 'It works because it reduces internal covariate shift.',
      verdict: [
        'That is the reason its authors gave. The shift can be measured: how much does the slope of one layer’s weights change when only the layers *before* it take their step? With [large weights](figure:wild?at=400) by 4 % without the normalization, and by 40 % with it, and it is the normalized net that learns faster. It has more of what it is said to be spared.',
        'Others *added* shift after the normalization, and their networks trained just as well; a smoother loss explains their measurements better. The step works; why is contested.',
      ],
      source:
        'S. Ioffe & C. Szegedy, ICML 2015; S. Santurkar et al., How does batch normalization help optimization?, NeurIPS 2018, whose measure of the shift this is; the numbers: medians of three seeds, measured here.',
    },
    'On the way back the batch is one function of all its points: $\\mu_B$ and $\\sigma_B$ depend on every $z_i$. With $\\partial u_i$ for the slope with respect to $u_i$,',
    {
      equation:
        '\\frac{\\partial D}{\\partial z_i}=\\frac{1}{\\sqrt{\\sigma_B^2+\\epsilon}}\\left(\\partial u_i-\\frac1B\\sum_j\\partial u_j-\\frac{u_i}{B}\\sum_j u_j\\,\\partial u_j\\right),',
    },
    {
      note: 'and the slopes of $\\gamma$ and $\\beta$ are sums over the batch, $\\sum_i u_i\\,\\partial\\hat z_i$ and $\\sum_i\\partial\\hat z_i$; what is often written for one instance is one term of them.',
    },
    {
      predict:
        'A bias in front of the normalization is added to every $z_i$, and taken out again with the mean. What is its gradient?',
      options: ['exactly 0', 'small', 'as any other'],
      right: 0,
      figure: 'through?at=1',
      answer: [
        'Exactly 0, so it stays where it began. If mean and deviation are [taken for constants](figure:through) on the way back, its gradient is not 0: the bias runs, the mean takes it out again, and it grows without end while the loss hardly changes. That was Ioffe and Szegedy’s argument for making the normalization part of the function.',
      ],
    },
    'The price is that points of one batch now depend on each other. [Sort the batches by class](figure:sorted) and the normalization takes out the very thing that tells classes apart: it finds about 60 % of the points, where the same net without it finds 97 % as before. [Batches of two](figure:tiny) are worse: each unit is +1 or −1 whatever the points are. It needs shuffled batches, and eight points or more in each.',
  ],
  takeaway:
    'Batch norm sets the scale of every unit and rescues badly scaled deep nets; $\\mu$ and $\\sigma$ are part of the function, and the batch has to be shuffled and not tiny.',
  claims: {
    deep: 'After 400 steps the deep sigmoid net finds less than 70 % of the training points without and more than 85 % with it, for each of three seeds.',
    linear: 'In that net less than 1 % of the units are saturated at the start, with or without it.',
    rates:
      'At rates of 0.03, 0.3, 3 and 30 the deep net without it finds less than 70 % of the training points after 400 steps; with it more than 90 % at those up to 3.',
    shift:
      'With weights of spread 2.2 the layers before a layer change its slope by less than 10 % in a step without it, and by more than 30 % with it, in the median over steps and layers, and of three seeds; with it the net finds more points, for each seed.',
    wild: 'With weights of spread 2.2 more than 25 % of the units are saturated at the start without it, and less than 2 % with it.',
    bias: 'The gradient of a bias before it is below $10^{-12}$ through $\\mu$ and $\\sigma$, and above 0.1 past them at the start; after 720 steps those biases are below $10^{-9}$ and above 1.',
    sorted:
      'On sorted batches it finds 40 to 75 % of the validation points in the median of three seeds; without it, or shuffled, more than 90 % for each.',
    tiny: 'With batches of 2 it finds less than 65 % of the validation points, with batches of 16 more than 90 %.',
  },
  sources: [
    'S. Ioffe & C. Szegedy, Batch normalization: accelerating deep network training by reducing internal covariate shift, ICML 2015',
    'S. Santurkar et al., How does batch normalization help optimization?, NeurIPS 2018',
  ],
})
