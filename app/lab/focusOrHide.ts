import type { Lab } from './lab.ts'

/** Focuses a run; the second time hides it, the third shows it again. */
export function focusOrHide(lab: Lab, id: string): void {
  const { focus, hidden } = lab.getState()
  if (hidden.includes(id)) lab.setView({ hidden: hidden.filter((one) => one !== id), focus: id })
  else if (focus === id) lab.setView({ hidden: [...hidden, id] })
  else lab.setView({ focus: id })
}
