/** Begins something when a module has come, unless that has been called off before; gives how to call it off. */
export function onceLoaded<M>(module: Promise<M>, begin: (module: M) => () => void): () => void {
  let stop: (() => void) | undefined
  let isOff = false
  const wait = async () => {
    const loaded = await module
    if (!isOff) stop = begin(loaded)
  }
  void wait()
  return () => {
    isOff = true
    stop?.()
  }
}
