import { IconSettings } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './person.module.css'

interface PersonProps {
  readonly name: string | null | undefined
  /** The system did it because this person did something. */
  readonly system?: boolean
  /** Only the round with the initials; the name on hover. */
  readonly round?: boolean
}

/** Who: initials in a quiet round and the name. Without a name, the system; with `system`, the system on behalf of the name. */
export function Person({ name, system = false, round = false }: PersonProps) {
  const { t } = useTranslation()
  const bySystem = system || !name
  const said = bySystem ? (name ? t('ui.onBehalf', { name }) : t('ui.system')) : name
  return (
    <span className={styles.person} title={said}>
      <span className={styles.round} data-hue={bySystem ? 'system' : hueOf(name)} aria-hidden>
        {bySystem ? <IconSettings size={12} stroke={1.75} /> : initialsOf(name)}
      </span>
      <span className={round ? styles.hidden : styles.name}>{said}</span>
    </span>
  )
}

export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')

/** The same person always has the same of the eight chart colours. */
const hueOf = (name: string): number =>
  (Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 8) + 1
