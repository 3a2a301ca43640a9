import { type ReactNode, useSyncExternalStore } from 'react'
import { chooseShade, currentShade, onShadeChange } from '../drawing/theme.ts'
import { IconButton } from './IconButton.tsx'
import { Icon } from './icons.tsx'
import { showKeyList } from './showKeyList.ts'
import { Pick } from './Pick.tsx'
import { Popover } from './Popover.tsx'
import './controls.css'

export interface Tab {
  label: string
  href: string
  current?: boolean
}

interface Props {
  /** The views; none are shown where there is only one. */
  tabs?: readonly Tab[]
  /** Buttons on the right; on a phone they are behind "more". */
  actions?: ReactNode
  /** Whether there is a list of keys to show. */
  hasKeys?: boolean
  /** Further icon buttons, before the theme's. */
  children?: ReactNode
}

/** The name, the views, what can be done with the page as a whole. */
export function TopBar({ tabs = [], actions, hasKeys = true, children }: Props) {
  const shade = useSyncExternalStore(onShadeChange, currentShade)
  const other = shade === 'dark' ? 'light' : 'dark'
  const current = tabs.find((tab) => tab.current)
  return (
    <header className="top-bar">
      <h1 className="brand">
        Descent <i>an optimizer lab</i>
      </h1>
      {tabs.length > 1 && (
        <>
          <nav aria-label="Views">
            {tabs.map(({ label, href, current: here }) => (
              <a key={label} href={href} aria-current={here ? 'page' : undefined}>
                {label}
              </a>
            ))}
          </nav>
          <span className="phone-views">
            <Pick
              label="View"
              value={current?.href ?? ''}
              options={tabs.map(({ label, href }) => ({ value: href, label }))}
              onChange={(href) => location.assign(href)}
            />
          </span>
        </>
      )}
      <span className="grow" />
      <div className="wide-actions">{actions}</div>
      {actions && (
        <div className="phone-actions">
          <Popover
            label="More"
            buttonLabel="More"
            className="icon-button"
            panel={<span className="menu">{actions}</span>}
          >
            <Icon name="more" />
          </Popover>
        </div>
      )}
      <div className="ends">
        {children}
        <IconButton
          icon="theme"
          size={16}
          label={`Switch to the ${other} theme`}
          shortcut="t"
          dataKey="theme"
          onPress={() => chooseShade(other)}
        />
        {hasKeys && (
          <IconButton
            icon={<span className="question">?</span>}
            label="Keyboard shortcuts"
            shortcut="?"
            dataKey="keys"
            onPress={showKeyList}
          />
        )}
      </div>
    </header>
  )
}
