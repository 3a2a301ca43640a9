/**
 * Calls back whenever it begins or ceases to be seen: when it comes into view and the page is not hidden. A frame that is
 * not displayed is never told, and so is never seen.
 */
export function watchSeen(element: Element, onChange: (isSeen: boolean) => void): () => void {
  let isInView = false
  let was = false
  const tell = () => {
    const is = isInView && document.visibilityState === 'visible'
    if (is !== was) onChange((was = is))
  }
  const observer = new IntersectionObserver((entries) => {
    isInView = entries[entries.length - 1].isIntersecting
    tell()
  })
  observer.observe(element)
  const calls = new AbortController()
  document.addEventListener('visibilitychange', tell, calls)
  addEventListener(
    'pagehide',
    () => {
      isInView = false
      tell()
    },
    calls,
  )
  return () => {
    observer.disconnect()
    calls.abort()
  }
}
