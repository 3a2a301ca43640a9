import { defineLesson } from './lesson.ts'

const moons = 'v=1&data=moons&n=480&val=.8333333333&test=0&labelnoise=.15&batch=0'

export const weights = defineLesson({
  id: 'weights',
  title: 'Weights and smoothness',
  dek: 'A network of small weights is a smooth function. A deep one is not, for being deep.',
  part: 'Training tricks',
  figures: {
    lambda: {
      title: 'Eighty points, a seventh of them mislabelled',
      caption:
        'The same network three times, $\\lambda=0$, 0.003 and 0.1. Without a penalty it draws islands about single wrong points; with too much it draws nothing.',
      link: `${moons}&net=32-32&opt=adam:free,adam:some,adam:much&lr=.01,.01,.01&some.l2=.003&much.l2=.1&free.label=λ+=+0&some.label=λ+=+0.003&much.label=λ+=+0.1&steps=1000&speed=2`,
      show: ['decision', 'divergence'],
      at: 0,
    },
    decay: {
      title: 'Far from any data, $\\lambda=0.01$, 0.1 and 1',
      caption:
        'Here the loss is flat, and only the decay moves the weights. Three runs of Adam lie on each other; AdamW’s do not.',
      link: 'v=1&f=well&s=.5&start=4,3.8&steps=50&opt=adam:a,adam:b,adam:c,adamw:d,adamw:e,adamw:f&lr=.01,.01,.01,.01,.01,.01&a.wd=.01&b.wd=.1&c.wd=1&d.decoupled=.01&e.decoupled=.1&f.decoupled=1&a.label=Adam,+0.01&b.label=Adam,+0.1&c.label=Adam,+1&d.label=AdamW,+0.01&e.label=AdamW,+0.1&f.label=AdamW,+1&focus=f',
      show: ['map', 'meanStep'],
      at: 50,
    },
    depth: {
      title: 'About 300 weights, in one layer, two or four',
      caption: 'Trained alike on the same hundred points. The deeper the net, the rougher its boundary.',
      link: 'v=1&data=moons&n=500&val=.8&test=0&labelnoise=.15&batch=0&opt=adam:one,adam:two,adam:four&lr=.01,.01,.01&one.net=75&two.net=15-15&four.net=9-9-9-9&one.label=75&two.label=15-15&four.label=9-9-9-9&steps=1000&speed=2',
      show: ['decision', 'divergence'],
      at: 1000,
    },
    untrained: {
      title: '393 untrained weights, in one layer and in six',
      caption:
        'Weights of spread $s/\\sqrt{\\text{inputs}}$, drawn and never trained: the functions from which training would start.',
      link: 'v=1&data=moons&n=125&val=.2&test=0&init=scaled,2&opt=sgd:one,sgd:six&lr=0,0&one.net=98&six.net=8-8-8-8-8-8&one.label=98&six.label=8-8-8-8-8-8&steps=1',
      show: ['decision'],
      at: 0,
    },
  },
  body: [
    'A sigmoid of $wx$ climbs from 0 to 1 in a stretch of about $4/|w|$: its steepest slope is $|w|/4$. Large weights make sharp bends, and a network needs sharp bends to pass through points that do not belong. A penalty on the weights asks it to do without,',
    { equation: 'L(w)+\\frac\\lambda2\\sum W^2,' },
    'which for gradient descent is the same as letting every weight decay a little in each step,',
    { equation: 'W\\leftarrow(1-\\eta\\lambda)\\,W-\\eta\\,\\wash{g}{\\nabla L}.' },
    {
      predict:
        'On [eighty points](figure:lambda), a seventh of them mislabelled: which $\\lambda$ finds most of the points it has not seen?',
      options: ['0', '0.003', '0.1'],
      right: 1,
      figure: 'lambda',
      answer: [
        'The one in between. With $\\lambda=0$ every training point is matched, wrong labels and all. With 0.003 the weights are less than half as long and the function less than half as rough, and it finds more points it has not seen. With 0.1 the weights shrink to nothing and take the function with them.',
      ],
    },
    {
      doubt: 'L2 in the loss and weight decay are the same.',
      verdict: [
        'For gradient descent, as the formula says. Adam divides the penalty’s slope by its own size as well. [Far from the data](figure:decay), where only the penalty acts, $\\lambda=0.01$, 0.1 and 1 shrink the weights by the *same* $\\eta$ a step: from 1, fifty steps of 0.01 come to 0.537 whatever $\\lambda$ is. AdamW takes the decay out of the quotient, and 0.995, 0.951 and 0.605 are left.',
      ],
      source: 'I. Loshchilov & F. Hutter, Decoupled weight decay regularization, ICLR 2019.',
    },
    {
      doubt: 'With as many weights, a deeper network is a smoother function.',
      verdict: [
        'The other way round, in everything measured. Of about 300 weights [in one layer, two or four](figure:depth), trained alike, the deeper net is the rougher one; its mean curvature over the plane is half as large again with four layers.',
        'Untrained networks say why. Give the weights a spread of $s/\\sqrt{\\text{inputs}}$. At [$s=0.7$](figure:untrained?init=scaled,.7) six layers are smoother than one, as each hands on less than it was given; at [1.5](figure:untrained?init=scaled,1.5) they are three times as rough, and at [2](figure:untrained) over five times: each bends what the one before has bent. Depth multiplies what the weights do. What makes a function smooth is small weights, and training makes them large.',
      ],
      source:
        'B. Poole et al., Exponential expressivity in deep neural networks through transient chaos, NeurIPS 2016; measured here. Roughness is the mean |Laplacian| of the output on a grid of 61 × 61 points.',
    },
  ],
  takeaway:
    '$\\lambda$ trades the fit of the training data for a smoother function, with a best value in between. Smooth comes from small weights, not from depth.',
  claims: {
    smooth:
      'With $\\lambda=0.003$ the weights and the roughness are less than half of those without, in the median over five seeds.',
    better:
      'It finds over 3 % more of the points it has not seen, in the median; $\\lambda=0.1$ fits the training points worse than $\\lambda=0$ in each.',
    adam: 'Without a loss, 50 steps from 1 leave 0.537 with Adam for each $\\lambda$, and 0.995, 0.951, 0.605 with AdamW.',
    depth:
      'Trained alike, four layers are more than 1.2 times as rough as one, in the median over three seeds.',
    chaos:
      'Untrained, six layers are less rough than one at $s=0.7$, over 2 times as rough at 1.5 and over 5 times at 2, in the median over nine draws.',
  },
  sources: [
    'A. Krogh & J. Hertz, A simple weight decay can improve generalization, NeurIPS 1991',
    'I. Loshchilov & F. Hutter, Decoupled weight decay regularization, ICLR 2019',
    'B. Poole et al., Exponential expressivity in deep neural networks through transient chaos, NeurIPS 2016',
  ],
})
