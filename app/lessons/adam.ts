import { defineLesson } from './lesson.ts'

export const adam = defineLesson({
  id: 'adam',
  title: 'Adam',
  dek: 'A mean of the slopes, divided by the root of a mean of their squares, with the bias of a young average divided out.',
  part: 'Optimizers',
  figures: {
    parts: {
      title: 'Two parents and a child',
      caption:
        'Momentum keeps the direction, RMSProp the scale, Adam both. Each at the rate that suits it here.',
      link: 'v=1&f=ravine&kappa=50&steps=60&opt=momentum,rmsprop,adam&lr=.01,.1,.2&focus=adam',
      show: ['map', 'loss'],
      at: 28,
    },
    first: {
      title: 'The first hundred steps on a steady slope',
      caption:
        'With the correction every step is $\\eta$. Without it the two averages fill up at different speeds, and the step is their quotient.',
      link: 'v=1&f=l1Ravine&steps=100&opt=adam:adam,adam:raw&lr=.002,.002&raw.bias=0&adam.label=corrected&raw.label=not+corrected&focus=raw',
      show: ['meanStep'],
      at: 12,
    },
    valley: {
      title: 'The same two in a valley, $\\kappa=25$',
      caption:
        'Here the long first steps are a gift: 25 steps to a hundredth of the height, for 49 with the correction.',
      link: 'v=1&f=ravine&kappa=25&steps=100&opt=adam:adam,adam:raw&lr=.1,.1&raw.bias=0&adam.label=corrected&raw.label=not+corrected&focus=raw',
      show: ['map', 'loss'],
      at: 25,
    },
    kept: {
      title: 'To forget, and not to, $\\gamma=0.9$',
      caption:
        'AMSGrad divides by the largest mean square so far. The slope falls, what it divides by does not, and its steps become short.',
      link: 'v=1&f=ravine&kappa=50&steps=100&opt=adam:adam,adam:ams&lr=.1,.1&adam.beta2=.9&ams.beta2=.9&ams.amsgrad=1&adam.label=Adam&ams.label=AMSGrad&focus=ams',
      show: ['map', 'secondMoment'],
      at: 48,
    },
  },
  body: [
    'Momentum averages slopes, [RMSProp](lesson:secondMoment) averages their squares. [Adam](figure:parts) does both,',
    {
      equation:
        '\\wash{m}{m_k}=\\delta\\,m_{k-1}+(1-\\delta)\\,g_k,\\qquad \\wash{v}{v_k}=\\gamma\\,v_{k-1}+(1-\\gamma)\\,g_k^2,',
    },
    'and has to begin somewhere. Both start from 0, so the young averages are too small: after $k$ equal slopes $m_k=(1-\\delta^k)\\,g$ and $v_k=(1-\\gamma^k)\\,g^2$. Adam divides exactly these factors out,',
    {
      equation:
        '\\wash{m}{\\hat m_k}=\\frac{m_k}{1-\\delta^k},\\qquad \\wash{v}{\\hat v_k}=\\frac{v_k}{1-\\gamma^k},\\qquad w_{k+1}=w_k-\\frac{\\eta\\,\\hat m_k}{\\sqrt{\\hat v_k+\\epsilon}},',
    },
    'so that its very first step is $\\eta$ in every weight, for any $\\delta$ and $\\gamma$.',
    {
      predict: 'And without the correction, at the usual $\\delta=0.9$ and $\\gamma=0.999$?',
      options: ['shorter than $\\eta$', 'about $\\eta$', 'longer than $\\eta$'],
      right: 2,
      figure: 'first',
      answer: [
        'Longer: **3.16** $\\eta$ at first, and **6.57** $\\eta$ at step 12. The first moment fills up in about ten steps, the second needs a thousand, and meanwhile the quotient is too large. It is within 5 % of $\\eta$ only after 2375 steps.',
      ],
    },
    {
      doubt: 'Without bias correction Adam is very slow in the beginning, as $1-\\delta$ is close to 0.',
      verdict: [
        'That is what the first moment alone would do. The step is a quotient: its first length is $(1-\\delta)/\\sqrt{1-\\gamma}$ times $\\eta$, and that is below 1 only if $\\delta>1-\\sqrt{1-\\gamma}$, which for $\\gamma=0.999$ is 0.968. With [$\\delta=0.99$](figure:first?raw.beta1=.99&at=1) it starts at 0.32 $\\eta$, and is at twice $\\eta$ after a hundred steps. At the usual values it is up to six times *too fast*.',
        'In [the valley](figure:valley) being too fast pays: 25 steps to a hundredth of the height for 49. It is luck: where $\\eta$ is as large as the problem bears, the first steps are six times larger than that.',
      ],
      source: 'Measured on this page.',
    },
    {
      doubt: 'Adam converges.',
      verdict: [
        'Not always. Let the slope be 3 at every third step and −1 at the others, on the stretch from −1 to 1. On average it is positive, so −1 is best. With $\\delta=0$, $\\gamma=0.1$ and $\\eta=0.1/\\sqrt k$ Adam goes to **+1**, the worst point: it divides the rare large slope by its own size, and forgets it before the next. AMSGrad, which never lets $\\hat v$ shrink, goes to −1, and so does gradient descent.',
        'The example needs the forgetting. With $\\gamma=0.9$ plain Adam goes to −1 as well, and for a given problem a large enough $\\gamma$ brings it close to where it should be. What is at fault is forgetting rare large gradients too fast.',
      ],
      source:
        'S. Reddi, S. Kale & S. Kumar, On the convergence of Adam and beyond, ICLR 2018; Y. Zhang et al., Adam can converge without any modification on update rules, NeurIPS 2022. No map can show it, as its loss changes from step to step; the numbers are run on this page’s engine.',
    },
    'Never to forget has its price as well. In [a plain valley](figure:kept), with $\\gamma=0.9$, AMSGrad goes on dividing by the steepest slope that it has met, and takes 72 steps to come within 0.4 of the minimum, for Adam’s 48.',
  ],
  takeaway:
    'The correction makes the first step $\\eta$. Without it the size is a race between two averages; forgetting too fast can lead Adam astray.',
  claims: {
    kept: 'In the valley with $\\kappa=50$, at $\\gamma=0.9$, Adam comes within 0.4 of the minimum in 48 steps and AMSGrad in 72.',
    corrected: 'With the correction each step on a steady slope is $\\eta$, to a thousandth.',
    raw: 'Without it the first step is 3.162 $\\eta$ and the longest 6.569 $\\eta$, at step 12.',
    slow: 'With $\\delta=0.99$ and no correction the first step is 0.316 $\\eta$ and the hundredth over 2 $\\eta$.',
    valley:
      'In the valley it takes 49 steps to a hundredth of the height with the correction and 25 without.',
    reddi:
      'On the example of Reddi et al. Adam ends above 0.9, AMSGrad, gradient descent, and Adam with $\\gamma=0.9$ below −0.9.',
  },
  sources: [
    'D. Kingma & J. Ba, Adam: a method for stochastic optimization, ICLR 2015',
    'S. Reddi, S. Kale & S. Kumar, On the convergence of Adam and beyond, ICLR 2018',
    'Y. Zhang et al., Adam can converge without any modification on update rules, NeurIPS 2022',
  ],
})
