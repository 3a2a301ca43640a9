import type { ThemeName } from './messages.ts'

/** Sets the theme of this page and stores nothing; `auto` follows the system, `contrast` too, with more ink. */
export function setTheme(theme: ThemeName): void {
  const { dataset } = document.documentElement
  delete dataset.theme
  delete dataset.contrast
  if (theme === 'light' || theme === 'dark') dataset.theme = theme
  if (theme === 'contrast') dataset.contrast = ''
}
