import { defineLesson } from './lesson.ts'

const circles = 'v=1&data=circles&n=480&val=.5&test=0&opt=sgd:slow,sgd:quick,sgd:all&lr=.3,.3,.3'
const labels = 'slow.label=running,+1+%25&quick.label=running,+10+%25&all.label=the+lecture’s'

export const inference = defineLesson({
  id: 'inference',
  title: 'BatchNorm at inference',
  dek: 'A single point has no batch. Whose mean and deviation does it get?',
  part: 'Training tricks',
  figures: {
    cold: {
      title: 'Batches of 80, 120 steps',
      caption:
        'Three ways to find the statistics for validation. All three networks are trained alike, to the last bit; only what they are tested with differs.',
      link: `${circles}&batch=80&slow.bn=1,running,0,.01&quick.bn=1,running,0,.1&all.bn=1,population&${labels}&steps=120`,
      show: ['decision', 'norm', 'divergence'],
      at: 1,
    },
  },
  body: [
    'In training, [batch norm](lesson:batchNorm) uses the mean and the deviation of the minibatch. At test time there may be one point only, and its answer should not depend on its neighbours. The lecture averages over all minibatches of training,',
    {
      equation:
        '\\mu=\\frac1N\\sum_{b=1}^N\\mu_b,\\qquad \\sigma^2=\\frac{B}{B-1}\\cdot\\frac1N\\sum_{b=1}^N\\sigma_b^2,',
    },
    'with $B/(B-1)$ since the variance of a small batch, about its own mean, is too small on average. Frameworks keep *running* averages instead, updated at every step by a small share $m$ of the newest batch,',
    { equation: '\\mu\\leftarrow(1-m)\\,\\mu+m\\,\\mu_B,\\qquad \\mu_0=0,\\ \\sigma_0^2=1.' },
    {
      predict:
        '[After 120 steps](figure:cold), trained alike: how many of the validation points does the net find with running averages of $m=0.01$?',
      options: ['nearly all', 'about 80 %', 'half, as by chance'],
      right: 2,
      figure: 'cold',
      answer: [
        'Half, as by chance. After 120 steps, $0.99^{120}=30\\,\\%$ of the average is still the made-up start, which has nothing to do with the net. With $m=0.1$ it is forgotten, and the lecture’s average never had it: more than 95 %.',
      ],
    },
    'It is a fault that looks like overfitting: the training loss is fine, the validation loss is not. The network itself is as good as the others; its statistics are not warm yet.',
    {
      doubt: 'The factor $B/(B-1)$ improves the result.',
      verdict: [
        'It makes the variance right: the mean variance of batches of 2, 4, 8 and 32 is 0.50, 0.75, 0.87 and 0.97 of that of the data, as $1-1/B$ says. More points are not found for it. With batches of 4 and more the accuracy is the same with and without.',
      ],
      source: 'Measured outside this page, 20 seeds.',
    },
    {
      doubt: 'Batch norm replaces dropout.',
      verdict: [
        'On 300 digits, a fifth of them with wrong labels, 81 % of new digits were found with neither, **80 %** with batch norm, 92 % with [dropout](lesson:dropout) and 93 % with both. Elsewhere the two together did harm. It depends.',
      ],
      source:
        'Measured with this engine, medians of three seeds; it takes minutes, and is not run in every build. X. Li et al., Understanding the disharmony between dropout and batch normalization, CVPR 2019.',
    },
  ],
  takeaway: 'Test statistics are part of the model. Warm them up, or average over all of the training data.',
  claims: {
    cold: 'After 120 steps of 80 the median over three seeds is below 70 % of the validation points with $m=0.01$, and above 95 % with the lecture’s averages.',
    alike: 'The three runs have the same training loss in every batch, bit for bit.',
    biased:
      'The mean variance of batches of 2, 4, 8 and 32 numbers is 0.5, 0.75, 0.875 and 0.969 of the variance, to 5 %.',
  },
  sources: [
    'S. Ioffe & C. Szegedy, Batch normalization, ICML 2015, algorithm 2',
    'X. Li et al., Understanding the disharmony between dropout and batch normalization by variance shift, CVPR 2019',
  ],
})
