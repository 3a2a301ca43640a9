import { IconButton } from '../controls/IconButton.tsx'
import { useLab, useLabState, usePlayer } from '../lab/context.tsx'

export function PlayButton() {
  const player = usePlayer()
  const playing = useLabState((state) => state.playing)
  return (
    <IconButton
      icon={playing ? 'pause' : 'play'}
      label={playing ? 'Pause' : 'Play'}
      shortcut="Space"
      onPress={player.toggle}
      filled
    />
  )
}

/** One step back (−1) or on (1). */
export function StepButton({ by }: { by: -1 | 1 }) {
  const lab = useLab()
  return (
    <IconButton
      icon={by < 0 ? 'back' : 'forward'}
      label={by < 0 ? 'Step back' : 'Step forward'}
      shortcut={by < 0 ? '←' : '→'}
      onPress={() => lab.seek(lab.getState().step + by)}
    />
  )
}

/** Back to the start of the same run; playing goes on from there. */
export function RestartButton() {
  const lab = useLab()
  return (
    <IconButton
      icon="restart"
      label="Back to the start: the same seed, the same run"
      onPress={() => lab.setState({ step: 0 })}
    />
  )
}
