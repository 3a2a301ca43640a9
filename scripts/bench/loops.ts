/** The hyperparameters that the rules below know; those of the optimizer's own specs, at their defaults. */
export interface Constants {
  learningRate: number
  momentum: number
  decay: number
  beta1: number
  beta2: number
  epsilon: number
  increase: number
  decrease: number
  smallest: number
  largest: number
}

/** Each rule as one would write it for two numbers by hand: scalars only, the gradient in place, the path stored. */
export type Loop = (constants: Constants, x: number, y: number, path: Float64Array) => void

/** f = (1 − x)² + 100 (y − x²)² */
const gradientX = (x: number, y: number) => -2 * (1 - x) - 400 * x * (y - x * x)
const gradientY = (x: number, y: number) => 200 * (y - x * x)

export const loops: Readonly<Record<string, Loop>> = {
  sgd({ learningRate: rate }, x, y, path) {
    path[0] = x
    path[1] = y
    for (let at = 2; at < path.length; at += 2) {
      const gx = gradientX(x, y)
      const gy = gradientY(x, y)
      x -= rate * gx
      y -= rate * gy
      path[at] = x
      path[at + 1] = y
    }
  },

  momentum({ learningRate: rate, momentum }, x, y, path) {
    let vx = 0
    let vy = 0
    path[0] = x
    path[1] = y
    for (let at = 2; at < path.length; at += 2) {
      const gx = gradientX(x, y)
      const gy = gradientY(x, y)
      vx = momentum * vx - rate * gx
      vy = momentum * vy - rate * gy
      x += vx
      y += vy
      path[at] = x
      path[at + 1] = y
    }
  },

  nesterov({ learningRate: rate, momentum }, x, y, path) {
    let vx = 0
    let vy = 0
    path[0] = x
    path[1] = y
    for (let at = 2; at < path.length; at += 2) {
      const px = x + momentum * vx
      const py = y + momentum * vy
      const gx = gradientX(px, py)
      const gy = gradientY(px, py)
      vx = momentum * vx - rate * gx
      vy = momentum * vy - rate * gy
      x += vx
      y += vy
      path[at] = x
      path[at + 1] = y
    }
  },

  adagrad({ learningRate: rate, epsilon }, x, y, path) {
    let sx = 0
    let sy = 0
    path[0] = x
    path[1] = y
    for (let at = 2; at < path.length; at += 2) {
      const gx = gradientX(x, y)
      const gy = gradientY(x, y)
      sx += gx * gx
      sy += gy * gy
      x -= (rate * gx) / Math.sqrt(sx + epsilon)
      y -= (rate * gy) / Math.sqrt(sy + epsilon)
      path[at] = x
      path[at + 1] = y
    }
  },

  adadelta({ learningRate: rate, decay, epsilon }, x, y, path) {
    let vx = 0
    let vy = 0
    let ax = 0
    let ay = 0
    path[0] = x
    path[1] = y
    for (let at = 2; at < path.length; at += 2) {
      const gx = gradientX(x, y)
      const gy = gradientY(x, y)
      vx = decay * vx + (1 - decay) * gx * gx
      vy = decay * vy + (1 - decay) * gy * gy
      const ux = (Math.sqrt(ax + epsilon) / Math.sqrt(vx + epsilon)) * gx
      const uy = (Math.sqrt(ay + epsilon) / Math.sqrt(vy + epsilon)) * gy
      ax = decay * ax + (1 - decay) * ux * ux
      ay = decay * ay + (1 - decay) * uy * uy
      x -= rate * ux
      y -= rate * uy
      path[at] = x
      path[at + 1] = y
    }
  },

  rmsprop({ learningRate: rate, decay, epsilon }, x, y, path) {
    let vx = 0
    let vy = 0
    path[0] = x
    path[1] = y
    for (let at = 2; at < path.length; at += 2) {
      const gx = gradientX(x, y)
      const gy = gradientY(x, y)
      vx = decay * vx + (1 - decay) * gx * gx
      vy = decay * vy + (1 - decay) * gy * gy
      x -= (rate * gx) / Math.sqrt(vx + epsilon)
      y -= (rate * gy) / Math.sqrt(vy + epsilon)
      path[at] = x
      path[at + 1] = y
    }
  },

  adam({ learningRate: rate, beta1, beta2, epsilon }, x, y, path) {
    let mx = 0
    let my = 0
    let vx = 0
    let vy = 0
    let power1 = 1
    let power2 = 1
    path[0] = x
    path[1] = y
    for (let at = 2; at < path.length; at += 2) {
      const gx = gradientX(x, y)
      const gy = gradientY(x, y)
      power1 *= beta1
      power2 *= beta2
      mx = beta1 * mx + (1 - beta1) * gx
      my = beta1 * my + (1 - beta1) * gy
      vx = beta2 * vx + (1 - beta2) * gx * gx
      vy = beta2 * vy + (1 - beta2) * gy * gy
      x -= (rate * (mx / (1 - power1))) / Math.sqrt(vx / (1 - power2) + epsilon)
      y -= (rate * (my / (1 - power1))) / Math.sqrt(vy / (1 - power2) + epsilon)
      path[at] = x
      path[at + 1] = y
    }
  },

  sign({ learningRate: rate }, x, y, path) {
    path[0] = x
    path[1] = y
    for (let at = 2; at < path.length; at += 2) {
      const gx = gradientX(x, y)
      const gy = gradientY(x, y)
      x -= rate * Math.sign(gx)
      y -= rate * Math.sign(gy)
      path[at] = x
      path[at + 1] = y
    }
  },

  rprop({ learningRate: rate, increase, decrease, smallest, largest }, x, y, path) {
    const resized = (size: number, turn: number) => {
      if (turn > 0) return Math.min(largest, size * increase)
      return turn < 0 ? Math.max(smallest, size * decrease) : size
    }
    let bx = 0
    let by = 0
    let sx = rate
    let sy = rate
    path[0] = x
    path[1] = y
    for (let at = 2; at < path.length; at += 2) {
      let gx = gradientX(x, y)
      let gy = gradientY(x, y)
      const tx = gx * bx
      const ty = gy * by
      sx = resized(sx, tx)
      sy = resized(sy, ty)
      if (tx < 0) gx = 0
      if (ty < 0) gy = 0
      x -= Math.sign(gx) * sx
      y -= Math.sign(gy) * sy
      bx = gx
      by = gy
      path[at] = x
      path[at + 1] = y
    }
  },
}
