import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useState } from 'react'
import { type Language, languages, speak, useLanguage } from '../../lib/language.js'
import { Boards } from './boards.js'
import styles from './design.module.css'
import { Dialogs } from './dialogs.js'
import { Documents } from './documents.js'
import { Fields } from './fields.js'
import { Figures } from './figures.js'
import { Lists } from './lists.js'
import { States } from './states.js'
import { Statuses } from './statuses.js'
import { Timelines } from './timelines.js'

const parts = { Figures, Statuses, States, Fields, Dialogs, Lists, Boards, Documents, Timelines } as const

/** Every component of the house in its states: only while the house is built. Names here are names of files, not words for people. */
export function Page() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [density, setDensity] = useState(document.documentElement.dataset['density'] ?? 'usual')
  const change = (value: string) => {
    document.documentElement.dataset['density'] = value
    setDensity(value)
  }
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <h1>Design</h1>
        <SegmentedControl
          size="xs"
          data={Object.keys(languages)}
          value={useLanguage()}
          onChange={(language) => void speak(language as Language)}
        />
        <SegmentedControl size="xs" data={['usual', 'compact']} value={density} onChange={change} />
        <Button size="xs" variant="default" onClick={() => setColorScheme(colorScheme === 'dark' ? 'light' : 'dark')}>
          {colorScheme}
        </Button>
      </header>
      {Object.entries(parts).map(([name, Part]) => (
        <section key={name} id={name} className={styles.part} aria-label={name}>
          <h2 className={styles.name}>{name}</h2>
          <Part />
        </section>
      ))}
    </main>
  )
}
