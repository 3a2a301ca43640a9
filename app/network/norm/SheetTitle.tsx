import { Icon } from '../../controls/icons.tsx'
import './norm.css'

interface Props {
  words: string
  onClose: () => void
}

/** The title of a row that can be closed. */
export const SheetTitle = ({ words, onClose }: Props) => (
  <span className="sheet-title">
    {words}
    <button type="button" className="icon-button" aria-label={`Close ${words}`} onClick={onClose}>
      <Icon name="close" size={11} />
    </button>
  </span>
)
