const GAP = 4
const MARGIN = 8

/** Puts a shown popover under its anchor, or above it where there is more room; inside the window, if over the anchor. */
export function place(popover: HTMLElement, anchor: Element): void {
  const at = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = popover
  const below = innerHeight - at.bottom - GAP - MARGIN
  const above = at.top - GAP - MARGIN
  const top = height <= below || below >= above ? at.bottom + GAP : at.top - GAP - height
  popover.style.left = `${Math.max(MARGIN, Math.min(at.left, document.documentElement.clientWidth - width - MARGIN))}px`
  popover.style.top = `${Math.max(MARGIN, Math.min(top, innerHeight - height - MARGIN))}px`
}
