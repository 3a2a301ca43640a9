import { gradientX, gradientY, type Loop } from './plain.ts'

export const adamLoops: Readonly<Record<string, Loop>> = {
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

  adamw({ learningRate: rate, beta1, beta2, epsilon, weightDecay }, x, y, path) {
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
      x = x * (1 - rate * weightDecay) - (rate * (mx / (1 - power1))) / Math.sqrt(vx / (1 - power2) + epsilon)
      y = y * (1 - rate * weightDecay) - (rate * (my / (1 - power1))) / Math.sqrt(vy / (1 - power2) + epsilon)
      path[at] = x
      path[at + 1] = y
    }
  },

  nadam({ learningRate: rate, beta1, beta2, epsilon, momentumDecay }, x, y, path) {
    let mx = 0
    let my = 0
    let vx = 0
    let vy = 0
    let power2 = 1
    let product = 1
    let next = beta1 * (1 - 0.5 * 0.96 ** momentumDecay)
    path[0] = x
    path[1] = y
    for (let at = 2; at < path.length; at += 2) {
      const gx = gradientX(x, y)
      const gy = gradientY(x, y)
      const mu = next
      next = beta1 * (1 - 0.5 * 0.96 ** ((at / 2 + 1) * momentumDecay))
      product *= mu
      power2 *= beta2
      const a = (1 - mu) / (1 - product)
      const b = next / (1 - product * next)
      mx = beta1 * mx + (1 - beta1) * gx
      my = beta1 * my + (1 - beta1) * gy
      vx = beta2 * vx + (1 - beta2) * gx * gx
      vy = beta2 * vy + (1 - beta2) * gy * gy
      x -= (rate * (a * gx + b * mx)) / Math.sqrt(vx / (1 - power2) + epsilon)
      y -= (rate * (a * gy + b * my)) / Math.sqrt(vy / (1 - power2) + epsilon)
      path[at] = x
      path[at + 1] = y
    }
  },

  radam({ learningRate: rate, beta1, beta2, epsilon }, x, y, path) {
    let mx = 0
    let my = 0
    let vx = 0
    let vy = 0
    let power1 = 1
    const limit = 2 / (1 - beta2) - 1
    path[0] = x
    path[1] = y
    for (let at = 2; at < path.length; at += 2) {
      const gx = gradientX(x, y)
      const gy = gradientY(x, y)
      power1 *= beta1
      const power2 = beta2 ** (at / 2)
      const rho = limit - (at * power2) / (1 - power2)
      mx = beta1 * mx + (1 - beta1) * gx
      my = beta1 * my + (1 - beta1) * gy
      vx = beta2 * vx + (1 - beta2) * gx * gx
      vy = beta2 * vy + (1 - beta2) * gy * gy
      if (rho > 5) {
        const r = Math.sqrt(((rho - 4) * (rho - 2) * limit) / ((limit - 4) * (limit - 2) * rho))
        x -= (rate * (mx / (1 - power1)) * r) / Math.sqrt(vx / (1 - power2) + epsilon)
        y -= (rate * (my / (1 - power1)) * r) / Math.sqrt(vy / (1 - power2) + epsilon)
      } else {
        x -= rate * (mx / (1 - power1))
        y -= rate * (my / (1 - power1))
      }
      path[at] = x
      path[at + 1] = y
    }
  },

  adamax({ learningRate: rate, beta1, beta2, epsilon }, x, y, path) {
    let mx = 0
    let my = 0
    let ux = 0
    let uy = 0
    let power1 = 1
    path[0] = x
    path[1] = y
    for (let at = 2; at < path.length; at += 2) {
      const gx = gradientX(x, y)
      const gy = gradientY(x, y)
      power1 *= beta1
      mx = beta1 * mx + (1 - beta1) * gx
      my = beta1 * my + (1 - beta1) * gy
      ux = Math.max(beta2 * ux, Math.abs(gx) + epsilon)
      uy = Math.max(beta2 * uy, Math.abs(gy) + epsilon)
      x -= ((rate / (1 - power1)) * mx) / ux
      y -= ((rate / (1 - power1)) * my) / uy
      path[at] = x
      path[at + 1] = y
    }
  },

  lion({ learningRate: rate, beta1, beta2, weightDecay }, x, y, path) {
    let mx = 0
    let my = 0
    path[0] = x
    path[1] = y
    for (let at = 2; at < path.length; at += 2) {
      const gx = gradientX(x, y)
      const gy = gradientY(x, y)
      x -= rate * (Math.sign(beta1 * mx + (1 - beta1) * gx) + weightDecay * x)
      y -= rate * (Math.sign(beta1 * my + (1 - beta1) * gy) + weightDecay * y)
      mx = beta2 * mx + (1 - beta2) * gx
      my = beta2 * my + (1 - beta2) * gy
      path[at] = x
      path[at + 1] = y
    }
  },
}
