import { useId, useState } from 'react'
import { Icon } from '../../controls/icons.tsx'
import type { Prediction } from '../lesson.ts'
import { useReading } from './context.tsx'
import { Words } from './Words.tsx'

/** A choice first, then the figure that decides, then the words about it. */
export function PredictBox({ predict, options, right, figure, answer }: Prediction) {
  const { stand } = useReading()
  const name = useId()
  const [chosen, setChosen] = useState<number>()
  const [isAnswered, setAnswered] = useState(false)

  const onPlay = async () => {
    const live = await stand.play(figure)
    if (!live) return
    const { lab } = live
    // Once it has played, or was paused, there is something to talk about.
    const stop = lab.subscribe(({ playing }) => {
      if (playing) return
      stop()
      setAnswered(true)
    })
  }

  return (
    <div className="predict">
      <fieldset>
        <legend>
          <strong>Predict, then press play.</strong> <Words text={predict} />
        </legend>
        <div className="options">
          {options.map((option, n) => (
            <label key={option}>
              <input type="radio" name={name} checked={chosen === n} onChange={() => setChosen(n)} />
              <span>
                <Words text={option} />
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <button
        type="button"
        className={`play-figure${chosen !== undefined && !isAnswered ? ' ready' : ''}`}
        disabled={chosen === undefined}
        onClick={() => void onPlay()}
      >
        <Icon name="play" size={11} /> {isAnswered ? 'Play again' : 'Play the figure'}
      </button>
      <div className="answer" role="status">
        {isAnswered && chosen !== undefined && (
          <p>
            You said: <Words text={options[chosen]} />. As it turns out: <Words text={options[right]} />.
          </p>
        )}
        <div hidden={!isAnswered} className="answer-words">
          {answer.map((text) => (
            <p key={text}>
              <Words text={text} />
            </p>
          ))}
        </div>
      </div>
    </div>
  )
}
