import { IconButton } from '../controls/IconButton.tsx'
import { useLab, useLabState } from './context.tsx'

export function UndoRedo() {
  const lab = useLab()
  const undoable = useLabState((state) => state.undoable)
  const redoable = useLabState((state) => state.redoable)
  return (
    <>
      <IconButton icon="undo" label="Undo" shortcut="Control+Z" disabled={!undoable} onPress={lab.undo} />
      <IconButton
        icon="redo"
        label="Redo"
        shortcut="Control+Shift+Z"
        disabled={!redoable}
        onPress={lab.redo}
      />
    </>
  )
}
