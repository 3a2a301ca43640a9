import { gradientX, gradientY, type Loop } from './plain.ts'

export const simpleLoops: Readonly<Record<string, Loop>> = {
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

  rprop({ learningRate: rate, etaPlus, etaMinus, stepMin, stepMax }, x, y, path) {
    const resized = (size: number, turn: number) => {
      if (turn > 0) return Math.min(stepMax, size * etaPlus)
      return turn < 0 ? Math.max(stepMin, size * etaMinus) : size
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

  power({ learningRate: rate, exponent, decay, epsilon }, x, y, path) {
    let vx = 0
    let vy = 0
    let share = 1
    path[0] = x
    path[1] = y
    for (let at = 2; at < path.length; at += 2) {
      const gx = gradientX(x, y)
      const gy = gradientY(x, y)
      share *= decay
      vx = decay * vx + (1 - decay) * gx * gx
      vy = decay * vy + (1 - decay) * gy * gy
      x -= (rate * gx) / (vx / (1 - share) + epsilon) ** exponent
      y -= (rate * gy) / (vy / (1 - share) + epsilon) ** exponent
      path[at] = x
      path[at + 1] = y
    }
  },
}
