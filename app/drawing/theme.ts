/** The tokens of theme.css that are drawn with on canvas. Every one of them is a colour. */
export const tokens = [
  'paper',
  'paper-2',
  'raise',
  'halo',
  'ink',
  'ink-2',
  'ink-3',
  'ink-map',
  'rule',
  'rule-2',
  'bad',
  'sgd',
  'momentum',
  'nesterov',
  'adagrad',
  'adadelta',
  'rmsprop',
  'adam',
  'adamw',
  'nadam',
  'radam',
  'adamax',
  'rprop',
  'sign',
  'lion',
  'power',
  'w-g',
  'w-m',
  'w-v',
  'w-s',
  'w-u',
  'neg-line',
  'pos-line',
] as const
export type Token = (typeof tokens)[number]
export type Shade = 'light' | 'dark'

/** The colours in force, resolved to strings that a canvas takes. */
export interface Theme {
  shade: Shade
  colours: Readonly<Record<Token, string>>
  sans: string
  serif: string
}

const key = 'descent.theme'
const system = () => matchMedia('(prefers-color-scheme: dark)')

export function currentShade(): Shade {
  const chosen = document.documentElement.dataset.theme
  return chosen === 'light' || chosen === 'dark' ? chosen : system().matches ? 'dark' : 'light'
}

/** Sets the shade for this page and, where storage is allowed, for the next visit. */
export function chooseShade(shade: Shade): void {
  document.documentElement.dataset.theme = shade
  try {
    localStorage.setItem(key, shade)
  } catch {
    // A sandboxed frame has no storage: the choice lasts as long as the page.
  }
}

/** Call before the first paint: what an earlier visit chose. Without a choice the page follows the system. */
export function recallShade(): void {
  try {
    const kept = localStorage.getItem(key)
    if (kept === 'light' || kept === 'dark') document.documentElement.dataset.theme = kept
  } catch {
    // As above.
  }
}

/** Calls back after the shade has changed, by choice or with the system. Returns how to stop. */
export function onShadeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  const media = system()
  media.addEventListener('change', listener)
  return () => {
    observer.disconnect()
    media.removeEventListener('change', listener)
  }
}

/** Reads every token as it stands at `element`. Costs a style pass: call it once per shade, not per frame. */
export function readTheme(element: Element = document.documentElement): Theme {
  const probe = document.createElement('i')
  probe.hidden = true
  // A canvas keeps its colours where the system forces its own upon the page.
  probe.style.setProperty('forced-color-adjust', 'none')
  // The root takes no visible child but <body>; a probe there would not be styled in every browser.
  const host = element === document.documentElement ? document.body : element
  host.append(probe)
  const style = getComputedStyle(probe)
  const colours = Object.fromEntries(
    tokens.map((token) => {
      probe.style.color = `var(--${token})`
      return [token, style.color]
    }),
  ) as Record<Token, string>
  const theme: Theme = {
    shade: currentShade(),
    colours,
    sans: style.getPropertyValue('--sans').trim(),
    serif: style.getPropertyValue('--serif').trim(),
  }
  probe.remove()
  return theme
}
