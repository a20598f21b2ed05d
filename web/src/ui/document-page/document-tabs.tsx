import { type KeyboardEvent, useId, useRef } from 'react'
import styles from './document-page.module.css'
import type { Side } from './side.js'

interface DocumentTabsProps {
  readonly label: string
  readonly tabs: readonly Side[]
  readonly open: string
  readonly onOpen: (key: string) => void
}

/** Parts of a document one at a time. Arrows go from tab to tab. */
export function DocumentTabs({ label, tabs, open, onOpen }: DocumentTabsProps) {
  const id = useId()
  const row = useRef<HTMLDivElement>(null)
  const current = tabs.find(({ key }) => key === open) ?? tabs[0]
  const step = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (!by || !current) return
    const next = (tabs.indexOf(current) + by + tabs.length) % tabs.length
    const button = row.current?.children[next]
    if (button instanceof HTMLElement) button.focus()
    onOpen(tabs[next]?.key ?? '')
  }
  return (
    <>
      <div className={styles.tabs} role="tablist" aria-label={label} ref={row} onKeyDown={step}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={tab === current}
            aria-controls={`${id}-panel`}
            tabIndex={tab === current ? 0 : -1}
            className={styles.tab}
            onClick={() => onOpen(tab.key)}
          >
            {tab.title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current?.key ?? ''}`}>
        {current?.content}
      </div>
    </>
  )
}
