import { surfaceOf } from '../experiment/kinds.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { experimentToText } from '../experiment/text.ts'
import type { Files } from '../training/networkData.ts'
import { networkReceipt } from './networkReceipt.ts'
import network from './python/network.py?raw'
import replay from './python/replay.py?raw'
import rules from './python/rules.py?raw'
import surface from './python/surface.py?raw'
import { surfaceReceipt } from './surfaceReceipt.ts'
import { surfaceSource } from './surfaceSources.ts'

/** A raw text, since JSON's escapes are for its own reader. */
const python = (value: unknown): string => `json.loads(r"""${JSON.stringify(value)}""")`

const heading = (link: string) => `"""A reproduction receipt of Descent, an optimizer lab.

Runs this experiment again and prints the largest difference from what the lab showed:

${link}

Data, first weights, batches, masks and noise are those of the lab, embedded below; rules, network and gradients are
written here once more, for PyTorch (surfaces: for NumPy alone, too; --numpy leaves PyTorch out). Differences of some 1e-12 are
rounding. Chaotic runs, at the edge of stability or bouncing around a minimum, turn rounding into another path.
"""
import base64, json, math, sys
import numpy as np

try:
    if "--numpy" in sys.argv:
        raise ImportError
    import torch
    torch.set_default_dtype(torch.float64)
except ImportError:
    torch = None
`

/**
 * A Python script, one file, that runs an experiment again without this engine and prints how far the two are apart.
 * Numbers travel as they are in memory, so that nothing is rounded on the way.
 */
export function receiptOf(experiment: Experiment, files: Files = {}): string {
  const link = experimentToText(experiment)
  const isSurface = experiment.problem.kind === 'surface'
  const receipt = isSurface ? surfaceReceipt(experiment) : networkReceipt(experiment, files)
  const parts = isSurface
    ? ['xp = np\n', rules, replay, surfaceSource(surfaceOf(experiment)), surface]
    : ['xp = torch\n', rules, replay, network]
  return [heading(link), `RECEIPT = ${python(receipt)}\n`, ...parts].join('\n')
}
