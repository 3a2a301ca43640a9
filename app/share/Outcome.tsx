import type { Making } from './useMaking.ts'

/** Characters of a text that a page can show. */
const MOST = 4_000_000

/** What was made last, and a way to it where downloads are not allowed. */
export function Outcome({ said, made, isShown, show }: Making) {
  return (
    <>
      <p className="said">
        <span role="status">{said}</span>
        {made && !isShown && (
          <>
            {' '}
            <button type="button" className="link" onClick={show}>
              Show it here
            </button>
          </>
        )}
      </p>
      {made &&
        isShown &&
        (made.text === undefined ? (
          <Image key={made.name} blob={made.blob} name={made.name} />
        ) : made.text.length > MOST ? (
          <p className="caption">It is too long to be shown.</p>
        ) : (
          <textarea
            aria-label={made.name}
            readOnly
            rows={7}
            value={made.text}
            spellCheck={false}
            onFocus={({ target }) => target.select()}
          />
        ))}
    </>
  )
}

/** The address lives as long as the picture. */
const Image = ({ blob, name }: { blob: Blob; name: string }) => (
  <img
    alt={name}
    ref={(image) => {
      const address = URL.createObjectURL(blob)
      image?.setAttribute('src', address)
      return () => URL.revokeObjectURL(address)
    }}
  />
)
