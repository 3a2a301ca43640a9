import { OptimizerLab } from './OptimizerLab.ts'

// Two copies of the script on one page do no harm.
if (!customElements.get('optimizer-lab')) customElements.define('optimizer-lab', OptimizerLab)
