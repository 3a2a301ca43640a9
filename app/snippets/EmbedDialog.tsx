import { type ReactNode, useEffect, useState } from 'react'
import type { OptimizerLab } from '../element/OptimizerLab.ts'
import type { Lab } from '../lab/lab.ts'
import { themes } from '../embed/messages.ts'
import { levelNames } from '../figure/levels.ts'
import { Dialog } from '../share/Dialog.tsx'
import { Outcome } from '../share/Outcome.tsx'
import { Press } from '../share/Press.tsx'
import { fileName, textFile } from '../share/save.ts'
import { useMaking } from '../share/useMaking.ts'
import { changeable, type Choices, contents, joined, pairsOf, showable } from './choices.ts'
import { GoalChoice } from './GoalChoice.tsx'
import { heights, widths } from './heights.ts'
import { type Asked, Preview } from './Preview.tsx'
import { SnippetText } from './SnippetText.tsx'
import { type Figure, frameOf, labHere, offline, snippetsOf } from './snippets.ts'
import { type Source, sourceOf } from './source.ts'
import '../share/share.css'
import './snippets.css'

interface Props {
  lab: Lab
  scene: string | undefined
  onClose: () => void
}

const levelWords = {
  figure: 'figure: one picture',
  minimal: 'minimal: with curves and rates',
  compact: 'compact: one part at a time',
  full: 'full: everything',
}
const themeWords = { auto: 'as the page’s', light: 'light', dark: 'dark', contrast: 'high contrast' }

/** What is on screen when it is opened, for another page. */
export default function EmbedDialog({ lab, scene, onClose }: Props) {
  const [source, setSource] = useState<Source | 'too much'>()
  useEffect(() => {
    void sourceOf(lab, scene).then((found) => setSource(found ?? 'too much'))
  }, [lab, scene])
  return (
    <Dialog title="Embed" onClose={onClose}>
      {source === 'too much' ? (
        <p>Your own rows are too many for an address, and a figure in another page has nothing else.</p>
      ) : (
        source && <Snippets {...source} />
      )}
    </Dialog>
  )
}

const Row = ({ name, children }: { name: string; children: ReactNode }) => (
  <section>
    <h3>{name}</h3>
    <p>{children}</p>
  </section>
)

function Snippets({ experiment, link, short, title: usualTitle, panels: scenePanels }: Source) {
  const [choices, setChoices] = useState<Choices>({
    ui: 'minimal',
    theme: 'auto',
    title: usualTitle,
    panels: undefined,
    edit: undefined,
    goal: undefined,
    host: '',
  })
  const [width, setWidth] = useState<(typeof widths)[number]>(640)
  const [asked, setAsked] = useState<Asked>()
  const [element, setElement] = useState<OptimizerLab>()
  const making = useMaking()
  const choose = (some: Partial<Choices>) => setChoices((now) => ({ ...now, ...some }))

  const title = choices.title || usualTitle
  const lab = labHere()
  const pairs = pairsOf(choices, usualTitle)
  const address = `${lab}v1/embed/index.html#${joined(short, pairs)}`
  const isMeasured = asked?.address === address
  const height = isMeasured
    ? asked.height
    : heights[experiment.problem.kind][choices.ui][widths.indexOf(width)]
  const figure: Figure = {
    lab,
    link,
    short,
    pairs,
    title,
    picture: `${fileName(title)}.png`,
    width,
    height,
  }
  const { panels, edit } = contents(choices, experiment.problem, scenePanels)

  const picture = () =>
    making.make('Drawing…', async () => {
      const blob = await element?.snapshot()
      return blob && { name: figure.picture, blob }
    })
  const single = () =>
    making.make('Writing…', async () => {
      const { blob } = textFile('', 'text/html', await offline(figure))
      // Its text is for no one to read.
      return { name: `${fileName(title)}.html`, blob }
    })
  return (
    <>
      <Row name="Level">
        <select
          aria-label="Level"
          value={choices.ui}
          // Another level shows other parts.
          onChange={({ target }) =>
            choose({ ui: target.value as Choices['ui'], panels: undefined, edit: undefined })
          }
        >
          {levelNames.map((name) => (
            <option key={name} value={name}>
              {levelWords[name]}
            </option>
          ))}
        </select>
        <label>
          for a column of{' '}
          <select value={width} onChange={({ target }) => setWidth(widths[target.selectedIndex])}>
            {widths.map((px) => (
              <option key={px} value={px}>
                {px} px
              </option>
            ))}
          </select>
        </label>
        <label>
          colours{' '}
          <select
            value={choices.theme}
            onChange={({ target }) => choose({ theme: target.value as Choices['theme'] })}
          >
            {themes.map((theme) => (
              <option key={theme} value={theme}>
                {themeWords[theme]}
              </option>
            ))}
          </select>
        </label>
      </Row>
      <Row name="Title">
        <input
          aria-label="Title"
          value={choices.title}
          maxLength={120}
          placeholder={usualTitle}
          onChange={({ target }) => choose({ title: target.value })}
        />
      </Row>
      <Checks
        name="Shows"
        options={showable(experiment.problem)}
        chosen={panels}
        onChoose={(next) => next.length > 0 && choose({ panels: next })}
      />
      <Checks
        name="Can change"
        options={changeable(experiment)}
        chosen={edit}
        onChoose={(next) => choose({ edit: next })}
      />
      <GoalChoice
        goal={choices.goal}
        host={choices.host}
        steps={experiment.steps}
        onChoose={(goal, host) => choose({ goal, host })}
      />
      <Preview address={address} title={title} width={width} onHeight={setAsked} onElement={setElement} />
      <p className="caption" role="status">
        At {width} px it is {isMeasured ? '' : 'about '}
        {height} px high.
      </p>
      {snippetsOf(figure).map((snippet) => (
        <SnippetText key={snippet.name} {...snippet} />
      ))}
      <Row name="Picture">
        <Press busy={making.busy} onPress={() => void picture()}>
          Save {figure.picture}
        </Press>
        <span className="caption">What is drawn in the preview, for the poster.</span>
      </Row>
      <Row name="One file">
        <Press busy={making.busy} onPress={() => void single()}>
          Save as HTML
        </Press>
        <span className="caption">Runs from a disk or a stick, without any network.</span>
      </Row>
      <Row name="Address">
        <a href={frameOf(figure)} target="_blank" rel="noopener">
          The figure alone
        </a>
        <span className="caption">For a tool that takes an address.</span>
      </Row>
      <Outcome {...making} />
    </>
  )
}

interface ChecksProps {
  name: string
  options: readonly { value: string; label: string }[]
  chosen: readonly string[]
  onChoose: (chosen: string[]) => void
}

/** Some of several; their order stays. */
const Checks = ({ name, options, chosen, onChoose }: ChecksProps) => (
  <section role="group" aria-label={name}>
    <h3>{name}</h3>
    <p>
      {options.map(({ value, label }) => (
        <label key={value} className="check">
          <input
            type="checkbox"
            checked={chosen.includes('*') || chosen.includes(value)}
            disabled={chosen.includes('*') && value !== '*'}
            onChange={({ target }) =>
              onChoose(
                options
                  .map((option) => option.value)
                  .filter((one) => (one === value ? target.checked : chosen.includes(one))),
              )
            }
          />
          <span>{label}</span>
        </label>
      ))}
    </p>
  </section>
)
