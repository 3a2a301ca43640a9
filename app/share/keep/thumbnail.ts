/** Px of a thumbnail. */
const WIDTH = 128
const HEIGHT = 80

/** What the first map of the page shows, small, as a data address; empty where there is none. */
export function thumbnail(view: Element): string {
  const host = view.querySelector('.map-frame') ?? view.querySelector('.panel-cell')
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const context = canvas.getContext('2d')
  if (!host || !context) return ''
  context.fillStyle = getComputedStyle(document.body).backgroundColor
  context.fillRect(0, 0, WIDTH, HEIGHT)
  const { width, height } = host.getBoundingClientRect()
  const scale = Math.max(WIDTH / width, HEIGHT / height)
  for (const layer of host.querySelectorAll('canvas')) {
    const [w, h] = [layer.clientWidth * scale, layer.clientHeight * scale]
    if (w > 0) context.drawImage(layer, (WIDTH - w) / 2, (HEIGHT - h) / 2, w, h)
  }
  return canvas.toDataURL('image/jpeg', 0.8)
}
