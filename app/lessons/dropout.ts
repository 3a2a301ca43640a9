import { defineLesson } from './lesson.ts'

const digits =
  'v=1&data=digits&n=1100&val=.7272727273&test=0&net=96&act=relu&init=he&opt=adam:none,adam:drop&lr=.003,.003&drop.keep=.8,.5&none.label=without&drop.label=dropout&steps=900&speed=2'

export const dropout = defineLesson({
  id: 'dropout',
  title: 'Dropout as bagging',
  dek: 'Every batch trains another part of the network. At the end all parts vote.',
  part: 'Training tricks',
  figures: {
    circles: {
      title: 'What is dropped',
      caption: 'Crossed units are left out of this step, others in the next.',
      link: 'v=1&data=circles&opt=adam:none,adam:drop&lr=.02,.02&drop.keep=1,.5&none.label=without&drop.label=dropout&steps=300',
      show: ['decision', 'network', 'divergence'],
      at: 220,
    },
    digits: {
      title: 'Three hundred digits, a fifth of them mislabelled',
      caption:
        'The same network with and without dropout (inputs kept with 0.8, hidden units with 0.5). Thick: 800 digits it has not seen.',
      link: `${digits}&labelnoise=.2`,
      show: ['divergence'],
      at: 900,
    },
    clean: {
      title: 'The same digits with their own labels',
      caption:
        'Nothing to learn by heart that is wrong: the two nets do equally well on what they have not seen.',
      link: digits,
      show: ['divergence'],
      at: 900,
    },
  },
  body: [
    'Train many networks on the same data, each a bit different, and let them vote: the vote is better than its voters, as their errors are not the same. That is *bagging*, and for networks it is expensive. Dropout has it almost for free. In each step every unit is [left out with some probability](figure:circles), so that each minibatch trains another subnetwork, all with the same weights:',
    {
      equation: 'z=W\\,(r\\odot x)+b,\\qquad r_i=1\\text{ with probability }\\alpha,\\text{ else }0.',
    },
    'With $n$ units there are $2^n$ subnetworks. To ask all of them at test time is out of the question; the lecture scales the weights instead, $W_{\\text{test}}=\\alpha\\,W$, so that each unit gets what it got on average.',
    {
      note: 'The [inverse form](figure:circles?drop.keep=1,.5,inverse) divides by $\\alpha$ in training, $\\alpha^{-1}\\,r\\odot x$, and leaves the weights as they are at test time. Frameworks do it so. The functions are the same, with weights $\\alpha$ times as large; the path to them is not, since $\\eta$ acts on other weights.',
    },
    {
      predict:
        '[Three hundred digits](figure:digits?at=0), a fifth of them mislabelled on purpose. Whose *training* loss is lower at the end?',
      options: ['with dropout', 'without', 'the same'],
      right: 1,
      figure: 'digits?at=0',
      answer: [
        'Without: it learns the wrong labels by heart, and its loss on digits it has not seen rises. With dropout there is always a part missing that would have remembered. It finds 2 % more of the new digits at the least, and typically **9 %** more.',
      ],
    },
    'The voters can be asked. One random subnetwork finds about 74 of 100 digits, fifty together about 90, and the scaled network gives the same answer as the fifty in more than nine of ten cases. It is also robust: take away every second hidden unit, and the net trained without dropout falls far lower than the one that has practised.',
    {
      doubt: 'The scaled network is the mean of all subnetworks.',
      verdict: [
        'Of their outputs before the softmax, if only the last layer drops. As soon as a layer before it drops too, it is an approximation: a real difference of 10 to 15 % in the outputs stays, however many masks are averaged. The *classes* agree all the same.',
      ],
      source: 'Measured in the engine’s tests with the exact mean over all masks of small networks.',
    },
    {
      doubt: 'Dropout improves generalization.',
      verdict: [
        'Where there is something to overfit. [With clean labels](figure:clean) the gain on the same digits is below one in a hundred. A preset with clean data would not prove anything.',
      ],
    },
  ],
  takeaway: 'A dropout net is a crowd of subnetworks; it pays when there is something to overfit.',
  claims: {
    gain: 'With dropout the net finds more than 2 % more of the new digits, for each of two seeds.',
    crowd:
      'Fifty subnetworks find over 5 % more than one, and agree with the scaled network on more than 90 % of the digits.',
    clean: 'With clean labels it finds less than 1 % more, for each of two seeds.',
    robust: 'Without every second hidden unit, the net trained with dropout finds over 15 % more.',
  },
  sources: [
    'N. Srivastava et al., Dropout: a simple way to prevent neural networks from overfitting, JMLR 15, 2014',
    'L. Breiman, Bagging predictors, 1996',
    'E. Alpaydin & C. Kaynak, Optical Recognition of Handwritten Digits, UCI, 1998 (the digits; CC BY 4.0)',
  ],
})
