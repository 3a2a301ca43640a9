/** What is drawn in an element, its layers on each other on its paper, as a picture. */
export async function snapshot(element: Element): Promise<Blob | null> {
  const box = element.getBoundingClientRect()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(box.width * devicePixelRatio)
  canvas.height = Math.round(box.height * devicePixelRatio)
  const context = canvas.getContext('2d')
  if (!context) return null
  context.scale(devicePixelRatio, devicePixelRatio)
  context.fillStyle = getComputedStyle(element).backgroundColor
  context.fillRect(0, 0, box.width, box.height)
  for (const layer of element.querySelectorAll('canvas')) {
    const own = layer.getBoundingClientRect()
    if (own.width > 0) context.drawImage(layer, own.left - box.left, own.top - box.top, own.width, own.height)
  }
  return new Promise((resolve) => canvas.toBlob(resolve))
}
