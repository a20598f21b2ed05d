import styles from './status-badge.module.css'
import { type Lifecycle, toneOf } from './status-tones.js'
import type { Tone } from '../theme/tokens.js'
import { toneClass } from './tone.js'
import { ToneMark } from './tone-mark.js'
import { useWord } from './use-word.js'

interface StatusBadgeProps {
  readonly of: Lifecycle
  readonly status: string
  /** Without the tinted ground: in tables and chips. */
  readonly plain?: boolean
}

/** A status of any lifecycle as a word with a shape; its colour only repeats what both say. */
export function StatusBadge({ of, status, plain = false }: StatusBadgeProps) {
  const word = useWord()
  return (
    <Badge tone={toneOf(of, status)} plain={plain}>
      {word(of, status)}
    </Badge>
  )
}

interface BadgeProps {
  readonly tone: Tone
  readonly plain?: boolean
  readonly children: string
}

/** A word of the same looks for what is no status: «просрочен на 2 дня», «цена устарела». */
export function Badge({ tone, plain = false, children }: BadgeProps) {
  return (
    <span className={`${styles.badge} ${plain ? styles.plain : ''} ${toneClass(tone)}`}>
      <ToneMark tone={tone} />
      <span className={styles.word} title={children}>
        {children}
      </span>
    </span>
  )
}
