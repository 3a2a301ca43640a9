/** Sets an element's text, in the text node that it has: another one would be styled and laid out from scratch. */
export function setText(element: Element | null, text: string): void {
  if (!element || element.textContent === text) return
  if (element.firstChild) element.firstChild.nodeValue = text
  else element.textContent = text
}
