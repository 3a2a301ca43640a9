import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { Icon } from '../../controls/icons.tsx'
import type { Prediction } from '../lesson.ts'
import { useReading } from './context.tsx'
import { Words } from './Words.tsx'

/** A choice first, then the figure that decides, then the words about it. */
export function PredictBox({ prediction }: { prediction: Prediction }) {
  const { predict, options, right, figure, answer } = prediction
  const { stand } = useReading()
  const answered = useStore(stand, ({ answers }) => answers.get(prediction))
  const isAnswered = answered !== undefined
  const name = useId()
  const [chosen, setChosen] = useState(answered)

  const onPlay = async () => {
    const live = await stand.play(figure)
    if (!live || chosen === undefined) return
    const { lab } = live
    // Once it has played, or was paused, there is something to talk about.
    const stop = lab.subscribe(({ playing }) => {
      if (playing) return
      stop()
      stand.answer(prediction, chosen)
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
        {isAnswered && (
          <p>
            You said: <Words text={options[answered]} />. As it turns out: <Words text={options[right]} />.
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
