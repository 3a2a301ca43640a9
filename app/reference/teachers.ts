/** For those who teach with it: what is computed, by which conventions, and where its limits are. Texts have the marks of lessons. */
export const teachers: readonly { title: string; says: readonly string[] }[] = [
  {
    title: 'What is computed',
    says: [
      'Everything you see is computed while you look, in the browser, in 64-bit floating point; nothing is recorded, smoothed, clamped or drawn by hand. A run that diverges is shown until its numbers overflow, and said to diverge.',
      'On a *surface* two weights move on a function of two variables with its exact gradient, plus noise if you ask for it. In a *network* the same optimizers train a multilayer network of up to six hidden layers of 128 units by backpropagation on small data sets.',
      'Races are fair: all runs have the same start or first weights, the same minibatches in the same order, the same dropout masks and the same noise. What differs is what you set.',
      'The same experiment gives the same bits in every browser and on the command line. The fingerprint in the list of keys (press ?) proves it: compare it with a colleague’s.',
    ],
  },
  {
    title: 'Conventions',
    says: [
      '$\\epsilon$ stands *inside* the root, $\\eta/\\sqrt{E[g^2]+\\epsilon}$, as in the lecture; PyTorch’s place, outside, is a switch of each rule. It matters where gradients are smaller than $\\sqrt\\epsilon$.',
      'Momentum is $v=\\beta v-\\eta g$, $w\\leftarrow w+v$; PyTorch’s buffer form is a choice. They differ when $\\eta$ changes on the way. Nesterov’s gradient is taken at $w+\\beta v$; PyTorch’s form walks through exactly those look-ahead points. The letter $v$ is the velocity there and the second moment in Adam, as in the literature.',
      'RMSProp has no bias correction: its first step is $\\eta/\\sqrt{1-\\gamma}$, 3.16 $\\eta$ at $\\gamma$ = 0.9. Adam has it; it can be switched off.',
      'RProp is Riedmiller and Braun’s rule with a step size for each weight. *Sign descent* is what RMSProp becomes when gradients hold still. They are two rules with two names.',
      'Dropout’s $\\alpha$ is the probability to keep. The lecture’s form scales at test time, $W_{test}=\\alpha W$; the inverse form scales in training.',
      'Batch norm stands between the affine map and the activation. At test time it takes running averages, the lecture’s average over all training minibatches with $B/(B-1)$, or the batch itself.',
      'A loss is a mean over examples. L2 here is $\\tfrac12\\lambda\\|W\\|^2$ on weights only, not on biases, $\\gamma$ or $\\beta$.',
      'Row $k$ is the state after $k$ updates, with the gradient, the rate and the step that led there.',
    ],
  },
  {
    title: 'Defaults',
    says: [
      'The opening race is the ravine with $\\kappa$ = 50 from (−5, 2), 60 steps; each optimizer has the rate that does best on a 1-2-5 grid by its steps to 1 % of the starting height, and gradient descent 0.95 of its limit $2/L$. “Same $\\eta$ for all” is one click away, and rarely fair.',
      'The opening network is 16–16 tanh with Xavier’s first weights on 200 training points of two circles, batches of 20, KL, with a quarter of the rows held out for validation and a quarter for the test.',
    ],
  },
  {
    title: 'Known limits',
    says: [
      'Small problems show mechanisms, not rankings. Which optimizer wins changes with the task, the rate and the seed; the lessons say where a claim held in every seed that was tried, and where it did not.',
      'Two weights are not two million: saddles, noise and the geometry of large networks behave differently. Data sets are toys, but for the digits, the irises and the penguins, which are real and small.',
      'Networks are fully connected and computed in 64 bits, where frameworks train in 32. There is no convolution, no recurrence and no attention; the recurrent net of the cliff is a surface of two weights.',
      'Chaotic runs (at the edge of stability, or a constant RMSProp near a minimum) turn a difference in the last bit into another path. They are the same here every time, but not the same as in another program.',
      'Sweeps, grid search and basins of attraction follow in a later version.',
    ],
  },
  {
    title: 'In your course',
    says: [
      'Every view has its state in the address: “Copy link” is all it takes to send students to what you see, live switches included. Links keep working: a link that was valid once is read for ever.',
      '“Embed” writes what another page needs: one line of HTML, an element for pages of your own, forms for MyST, Quarto, slides and Markdown, or one file for a stick. [An example course page](page:course/index.html) has four figures and an exercise.',
      'An embed starts on a click, runs only while it is visible, stores nothing, sets no cookies and asks no server for anything once it has loaded.',
      'Before the lecture, open the link on the machine you will use. Space plays, the arrow keys step, 1 to 8 pick an optimizer, ? lists the rest.',
    ],
  },
  {
    title: 'Questions that work',
    says: [
      'Before playing the opening race: which paths leave the start at 45°, and why these? (Lesson [Only the sign remains](lesson:signs).)',
      'Turn the ravine by 45°. Who does not care? (Descent and momentum; a rule that scales each coordinate is tied to the axes.)',
      'At which $\\eta$ does descent on the ravine begin to fly off? Find it by dragging, then compute it.',
      'Train circles with four optimizers, and switch batch norm on at step 200. What jumps, and does it come back lower than it was?',
      'Sort the batches by class and switch batch norm on. What does it subtract?',
      'With 20 % of the labels wrong: how far apart are training and validation after 400 steps, and what do dropout, L2 and early stopping each do about it?',
    ],
  },
]
