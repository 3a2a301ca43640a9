/** A sandboxed frame may not load a worker by its address, but may from a blob, as a classic script. */
export async function blobWorker(url: string): Promise<Worker> {
  const source = await (await fetch(url)).text()
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  const worker = new Worker(address)
  // By its first message it has been read.
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true })
  return worker
}
