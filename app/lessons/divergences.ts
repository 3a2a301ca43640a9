import { defineLesson } from './lesson.ts'

export const divergences = defineLesson({
  id: 'divergences',
  title: 'Choosing a divergence',
  dek: 'How an error is measured decides how fast a confident mistake is corrected.',
  part: 'Training tricks',
  figures: {
    mistake: {
      title: 'Both begin confidently wrong',
      caption:
        'A single sigmoid neuron whose first weights take nearly every point for the other class. Same data, same rate, two divergences.',
      link: 'v=1&data=gaussians&n=400&val=.5&test=0&net=none&weights=-4,-4,0&opt=sgd:kl,sgd:l2&lr=.15,.15&l2.loss=l2&kl.label=KL&l2.label=L2&steps=2500&speed=10',
      show: ['decision', 'divergence'],
      at: 0,
    },
    blobs: {
      title: 'From an ordinary start',
      caption:
        'Three classes, the usual small weights; L2 has three times the rate. Both learn, one not better than the other.',
      link: 'v=1&data=blobs3&n=480&val=.5&test=0&opt=sgd:kl,sgd:l2&lr=.1,.3&l2.loss=l2&kl.label=KL&l2.label=L2&steps=400',
      show: ['decision', 'divergence'],
      at: 400,
    },
  },
  body: [
    'A network gives $y$, the data say $d$. The loss is the mean over the data of a *divergence*, a number that is 0 where both agree. Two are usual:',
    {
      equation: 'D_{L2}=\\tfrac12\\sum_i(y_i-d_i)^2,\\qquad D_{KL}=\\sum_i d_i\\log\\frac{d_i}{y_i}.',
    },
    'What learning sees is the slope with respect to the output’s pre-activation $\\hat z$. For a sigmoid or a softmax with KL the slope of the output cancels, and what is left is the error itself:',
    {
      equation:
        '\\frac{\\partial D_{KL}}{\\partial\\hat z}=\\wash{g}{y-d},\\qquad \\frac{\\partial D_{L2}}{\\partial\\hat z}=\\wash{g}{(y-d)}\\,y\\,(1-y)\\quad\\text{(sigmoid)}.',
    },
    'When the output is sure and wrong, $y\\approx1$ for $d=0$, the first is nearly 1 and the second nearly 0. L2 corrects a confident mistake *slowest*.',
    {
      predict:
        'A neuron with weights of −4 [starts with the classes exchanged](figure:mistake). With KL it is right about 95 % of the points after 50 steps. With L2?',
      options: ['after about 50', 'after about 200', 'after about 2000'],
      right: 2,
      figure: 'mistake',
      answer: [
        'After about **2000**. For the first thousand steps hardly anything moves. From [weights of −3](figure:mistake?weights=-3,-3,0&at=660) it is 40 against 660 steps; from −5 L2 is still at chance after 4000.',
      ],
    },
    'For a single example it can be followed by hand. One neuron, $x=1$, target 0, $\\eta=0.15$: to bring $y$ below 0.1 from $\\hat z=4$ takes 50 steps with KL and 469 with L2, from 6 it takes 57 and 1652.',
    {
      doubt: 'Classification needs KL.',
      verdict: [
        'Its advantage is at the start of a bad start. [With ordinary small weights](figure:blobs) no output is sure of anything, and L2 does as well: both find 97 of 100 points here. In large experiments the square loss, without the softmax, was as good or better on most tasks. That KL is the better choice for accuracy is contested; that it corrects confident mistakes faster is not.',
      ],
      source:
        'L. Hui & M. Belkin, Evaluation of neural architectures trained with square loss vs cross-entropy, ICLR 2021.',
    },
    {
      doubt: 'A good divergence is steep far from the target and shallow near it.',
      verdict: [
        'A parabola is, and it settles. Too shallow is no good either: from 1.55 at $\\eta=0.1$, $\\frac12x^2$ is below 0.01 after 48 steps and $\\frac14x^4$ only after 49 991. And $|x|$, as steep near as far, is below 0.1 after 15 steps and then bounces at 0.05 for ever.',
      ],
      source: 'Run on this page’s engine.',
    },
  ],
  takeaway: 'KL cancels the slope of the output, so that a confident mistake is corrected fastest.',
  claims: {
    mistake:
      'From weights of −3, −4 and −5 KL is right about 95 % of the training points within 100 steps. L2 is after 600 to 800 steps from −3, after 1500 to 2500 from −4, and from −5 it is not after 4000, in each of three seeds.',
    neuron: 'One neuron takes 50 steps with KL and 469 with L2 from $\\hat z=4$, 57 and 1652 from 6.',
    blobs:
      'From an ordinary start both find more than 96 % of the validation points of three classes, for each of three seeds.',
    shapes:
      '$\\frac12x^2$ takes 48 steps to 0.01 and $\\frac14x^4$ 49 991; $|x|$ is below 0.1 after 15 and never below 0.01.',
  },
  sources: [
    'S. Kullback & R. Leibler, On information and sufficiency, 1951',
    'P. Golik, P. Doetsch & H. Ney, Cross-entropy vs. squared error training, Interspeech 2013',
    'L. Hui & M. Belkin, Evaluation of neural architectures trained with square loss vs cross-entropy, ICLR 2021',
  ],
})
