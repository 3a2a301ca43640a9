/** The id of the dialog, wherever it stands in the page, and whenever it comes. */
export const KEY_LIST = 'key-list'

export function showKeyList(): void {
  const dialog = document.getElementById(KEY_LIST)
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal()
}
