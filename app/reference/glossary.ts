/** Words of the lecture and of this page, each as it is used here. Texts have the marks of lessons. */
export const glossary: readonly { term: string; symbol?: string; says: string }[] = [
  {
    term: 'Update',
    symbol: 'k',
    says: 'One step of an optimizer. Row $k$ of a run is its state after $k$ updates, with the gradient and the step that led there.',
  },
  {
    term: 'Learning rate',
    symbol: '\\eta',
    says: 'What a rule multiplies its direction by. A schedule makes it $\\eta_k$.',
  },
  {
    term: 'Gradient',
    symbol: 'g_k',
    says: 'The derivative of the objective by every weight, on the minibatch of update $k$; after noise, clipping and coupled weight decay.',
  },
  {
    term: 'Divergence',
    says: 'How far one example’s output is from its target. Also said of a run whose numbers have left every bound: that is “the run diverges”.',
  },
  { term: 'Loss', symbol: 'L', says: 'The mean divergence over a batch, or over all examples of a set.' },
  { term: 'Objective', says: 'What is differentiated: loss plus penalty, $L+\\tfrac12\\lambda\\|W\\|^2$.' },
  {
    term: 'First moment',
    symbol: 'm',
    says: 'A running mean of the gradient. Momentum’s $v=\\beta v-\\eta g$ is the same idea with another gain.',
  },
  {
    term: 'Second moment',
    symbol: 'E[g^2],\\ v',
    says: 'A running mean of the squared gradient, weight by weight: of first derivatives, not a second derivative.',
  },
  {
    term: 'Bias correction',
    symbol: '\\hat m,\\ \\hat v',
    says: 'Division by $1-\\delta^k$ and $1-\\gamma^k$, since running means that begin at 0 are too small at first.',
  },
  {
    term: 'Effective step',
    says: 'What multiplies a weight’s gradient (or first moment) in the end: $\\eta/\\sqrt{E[g^2]+\\epsilon}$.',
  },
  {
    term: 'Sign-likeness',
    symbol: '|\\Delta w|/\\eta',
    says: 'How near the steps are to $\\eta\\,\\mathrm{sign}(g)$: 1 is the sign limit. $\\varphi=\\|d\\|_1^2/(n\\|d\\|_2^2)$ tells whether all weights move equally far, from $1/n$ to 1.',
  },
  {
    term: 'RProp limit',
    says: 'RMSProp with a steady gradient (or $\\gamma\\to0$): sign descent with a fixed $\\eta$. Not RProp, which adapts a step size for each weight.',
  },
  {
    term: 'Condition number',
    symbol: '\\kappa',
    says: 'The steepest curvature over the shallowest, $L/\\mu$.',
  },
  {
    term: 'Minibatch',
    symbol: 'B',
    says: 'The rows of one update. All runs of a race see the same ones in the same order.',
  },
  { term: 'Epoch', says: 'As many updates as it takes to see every training row once.' },
  {
    term: 'Keep probability',
    symbol: '\\alpha',
    says: 'Of dropout: the probability to keep a unit. PyTorch’s p is the probability to drop it.',
  },
  { term: 'Mask', says: 'Which units of which example dropout keeps in one update; the same for all runs.' },
  {
    term: 'Saturated',
    says: 'A sigmoid’s output below 0.05 or above 0.95, or a tanh’s beyond ±0.95: its slope is nearly 0.',
  },
  {
    term: 'Running averages',
    says: 'Of batch norm’s statistics, as frameworks keep them: $r\\leftarrow(1-\\rho)r+\\rho\\,\\mu_B$. They begin at 0 and 1 and need time to warm.',
  },
  {
    term: 'Population statistics',
    says: 'The lecture’s: the average of $\\mu_B$ over all training minibatches, and of $\\sigma_B^2$ times $B/(B-1)$.',
  },
  {
    term: 'Roughness',
    says: 'The mean $|\\nabla^2p|$ of the predicted probability over the map: how bent the decision is.',
  },
  {
    term: 'Change',
    says: 'A setting that is switched while a run trains. It belongs to the experiment, acts from its step on, and travels in the link.',
  },
  {
    term: 'Fingerprint',
    says: 'A hash of every number of every run. Equal fingerprints mean equal bits, in whatever browser.',
  },
  {
    term: 'Seed',
    says: 'The number from which all randomness of an experiment is derived: data, first weights, batches, masks, noise, each from a stream of its own.',
  },
]
