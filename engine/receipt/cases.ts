import '../experiment/networks.ts'
import '../training/networks.ts'
import { activations, initializers } from '../network/index.ts'
import { optimizers } from '../optimizers/index.ts'
import { surfaces } from '../surfaces/index.ts'
import { clippings } from '../training/clipping.ts'
import { schedules } from '../training/schedules.ts'

const MOONS = 'v=1&data=moons&n=120&net=6-5&steps=60&opt=momentum,adam&lr=.05,.01'

const each = (ids: readonly string[], link: (id: string) => string, prefix: string) =>
  Object.fromEntries(ids.map((id) => [`${prefix} ${id}`, link(id)]))
const hidden = Object.values(activations)
  .filter(({ curvature }) => curvature)
  .map(({ id }) => id)

/** Experiments whose receipts are checked: every optimizer, surface and trick, by name. Links of their own for forms. */
export const receiptCases: Readonly<Record<string, string>> = {
  ...each(Object.keys(optimizers), (id) => `v=1&f=rosenbrock&steps=40&opt=${id}`, 'optimizer'),
  ...each(Object.keys(optimizers), (id) => MOONS.replace(/opt=.*/, `opt=${id}`), 'network with'),
  'momentum, buffer': 'v=1&f=rosenbrock&steps=40&opt=momentum&momentum.form=buffer&momentum.damp=.2',
  'nesterov, buffer': 'v=1&f=rosenbrock&steps=40&opt=nesterov&nesterov.form=buffer',
  'rmsprop, centred, outside':
    'v=1&f=rosenbrock&steps=40&opt=rmsprop&rmsprop.variance=1&rmsprop.inside=0&rmsprop.beta=.5',
  'adam, amsgrad, no correction': 'v=1&f=rosenbrock&steps=40&opt=adam&adam.amsgrad=1&adam.bias=0',
  ...each(
    Object.keys(surfaces).filter((id) => id !== 'formula'),
    (id) => `v=1&f=${id}&steps=20&rotate=20&opt=sgd,adam&lr=.001,.02`,
    'surface',
  ),
  'own formula':
    'v=1&f=formula&formula=sin(x)cos(2y)/(2%2Bx^2)%2Bexp(-abs(x-y))-ln(3%2By^2)%2Bsqrt(1%2Bx^2)*tanh(y)%2Bmax(x,y)^2-min(x,2)sigmoid(y)&steps=20&opt=adam',
  ...each(
    Object.keys(schedules),
    (id) => `v=1&f=ravine&steps=60&opt=sgd,momentum&sgd.schedule=${id}&momentum.schedule=${id}`,
    'schedule',
  ),
  ...each(Object.keys(clippings), (id) => `v=1&f=ravine&steps=30&opt=sgd&sgd.clip=${id}`, 'clipping'),
  'weight decay and noise': 'v=1&f=ravine&steps=30&opt=sgd,adam&sgd.wd=.01&noise=.3',
  'optimizer switched':
    'v=1&f=rosenbrock&steps=60&opt=sgd&@20.opt=adam&@20.lr=.05&@40.opt=momentum&@40.lr=.001',
  ...each(hidden, (id) => `${MOONS}&act=${id}`, 'activation'),
  ...each(Object.keys(initializers), (id) => `${MOONS}&init=${id}`, 'first weights'),
  'L2 divergence': `${MOONS}&loss=l2`,
  'three classes': 'v=1&data=blobs3&n=120&net=6-5&steps=60&opt=adam&lr=.01',
  'three classes, L2 divergence': 'v=1&data=blobs3&n=120&net=6-5&steps=60&opt=adam&lr=.01&loss=l2',
  regression: 'v=1&data=sine&net=8&steps=60&opt=adam&lr=.01',
  penalties: `${MOONS}&l2=.01&l1=.001`,
  'batch norm': `${MOONS}&bn=1`,
  'batch norm, gradient stopped': `${MOONS}&bn=1,population,1`,
  dropout: `${MOONS}&keep=.9,.7`,
  'dropout, inverse': `${MOONS}&keep=.9,.7,inverse`,
  augmentation: `${MOONS}&aug=jitter,.1`,
  'early stopping': `${MOONS.replace('steps=60', 'steps=300')}&labelnoise=.2&stop=3`,
  'clipping of a network': `${MOONS}&momentum.clip=norm,.1&adam.clip=value,.01`,
  'all switched on the way': `${MOONS}&@10.bn=1&@20.keep=1,.8&@30.l2=.01&@40.bn=0&@45.clip=norm,.5&@50.opt=rprop`,
  'weights by hand': `${MOONS}&@10.w3=1.5&@20.freeze5=1`,
  digits: 'v=1&data=digits&n=200&net=16&steps=30&opt=adam&lr=.003&keep=.8,.5&aug=shift',
}
