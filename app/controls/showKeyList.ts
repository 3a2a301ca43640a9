/** The id of the dialog, wherever it stands in the page, and whenever it comes. */
export const KEY_LIST = 'key-list'

/** It was asked for before it was there. */
let isAwaited = false

export function showKeyList(): void {
  const dialog = document.getElementById(KEY_LIST)
  isAwaited = !(dialog instanceof HTMLDialogElement)
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal()
}

/** The dialog has come. */
export function showAwaitedKeyList(): void {
  if (isAwaited) showKeyList()
}
