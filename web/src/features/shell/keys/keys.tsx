import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Shortcut, useShortcuts } from '../../../lib/keyboard.js'
import { Kbd } from '../../../ui/kbd.js'
import styles from './keys.module.css'

/** Everything that keys do now: on this page, and everywhere. */
export function Keys({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const all = useShortcuts()
  const here = all.filter(({ everywhere }) => !everywhere)
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('shell.keys.title')}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
      size={640}
    >
      <div className={styles.groups}>
        {here.length > 0 && <Group title={t('shell.keys.here')} shortcuts={here} />}
        <Group title={t('shell.keys.everywhere')} shortcuts={all.filter(({ everywhere }) => everywhere)} />
      </div>
    </Modal>
  )
}

function Group({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>
        {shortcuts.map(({ keys, does }) => (
          <div key={keys} className={styles.row}>
            <dt>{does}</dt>
            <dd>
              <Kbd keys={written(keys)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** `mod+k` as it stands on the keys. */
const written = (keys: string): string =>
  keys
    .replace('mod+', /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ ' : 'Ctrl ')
    .split(' ')
    .map((key) => (key.length === 1 ? key.toUpperCase() : key))
    .join(' ')
