import { Link } from '@tanstack/react-router'
import { kindOf, addressOf } from './document-kinds.js'
import styles from './document.module.css'
import { DocumentNumber } from './document-number.js'
import { toneOf } from './status-tones.js'
import { ToneMark } from './tone-mark.js'
import { useWord } from './use-word.js'

interface DocumentLinkProps {
  /** `deal`, `order`, `delivery_order`… as the API says it. */
  readonly type: string
  readonly id: string
  readonly number: string | null
  readonly status?: string | null
  /** Only the number, without the frame of the chip. */
  readonly bare?: boolean
  /** The word of its status beside the mark. */
  readonly withStatus?: boolean
}

/** A document in passing: its number with the mark of its live status, leading to its page. */
export function DocumentLink({ type, id, number, status, bare = false, withStatus = false }: DocumentLinkProps) {
  const word = useWord()
  const kind = kindOf(type)
  const address = addressOf(type, id)
  const statusWord = kind && status ? word(kind.lifecycle, status) : ''
  const name = number ?? word('document', type)
  const inside = (
    <>
      {kind && status && !bare && <ToneMark tone={toneOf(kind.lifecycle, status)} size={11} />}
      {number && !kind?.named ? <DocumentNumber>{number}</DocumentNumber> : <span className={styles.name}>{name}</span>}
      {withStatus && statusWord && <span className={styles.status}>{statusWord}</span>}
    </>
  )
  const looks = bare ? styles.bare : styles.chip
  const title = [word('document', type), statusWord].filter(Boolean).join(' · ')
  if (!address)
    return (
      <span className={looks} title={title}>
        {inside}
      </span>
    )
  return (
    <Link className={looks} {...address} title={title}>
      {inside}
      <span className={styles.unseen}>{` ${withStatus ? word('document', type) : title}`}</span>
    </Link>
  )
}
