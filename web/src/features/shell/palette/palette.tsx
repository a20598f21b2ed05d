import { Modal, VisuallyHidden } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Kbd } from '../../../ui/kbd.js'
import { type Choice, useChoices } from './choices.js'
import { ChoiceList } from './choice-list.js'
import styles from './palette.module.css'
import { useHits } from './use-hits.js'

/** Ctrl-K: any page, and any document, customer or product by its number or name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const wanted = text.trim()
  const { hits, isSearching } = useHits(wanted)
  const choices = useChoices(wanted, hits)
  const active = Math.min(at, choices.length - 1)

  const choose = (choice: Choice | undefined) => {
    if (!choice) return
    onClose()
    choice.choose()
  }
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt((active + step + choices.length) % Math.max(1, choices.length))
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(choices[active])
  }

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={600}
      yOffset="12vh"
      centered={false}
      aria-label={t('shell.search.title')}
    >
      <div className={styles.head}>
        <IconSearch size={18} stroke={1.5} aria-hidden />
        <input
          className={styles.input}
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={choices[active] && `${listId}-${active}`}
          aria-autocomplete="list"
          aria-label={t('shell.search.title')}
          placeholder={t('shell.search.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={move}
        />
        {isSearching && <span className={styles.quiet}>{t('shell.search.searching')}</span>}
      </div>
      <ChoiceList id={listId} choices={choices} active={active} onHover={setAt} onChoose={choose} />
      {choices.length === 0 && !isSearching && (
        <p className={styles.nothing}>{t('shell.search.nothing', { text: wanted })}</p>
      )}
      <VisuallyHidden role="status">
        {!isSearching && wanted && t('shell.search.hits', { count: choices.length })}
      </VisuallyHidden>
      <footer className={styles.foot}>
        <span>
          <Kbd keys="↑ ↓" /> {t('shell.search.move')}
        </span>
        <span>
          <Kbd keys="↵" /> {t('shell.search.go')}
        </span>
        {wanted === '' && <span className={styles.hint}>{t('shell.search.hint')}</span>}
      </footer>
    </Modal>
  )
}
