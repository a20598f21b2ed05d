import { useLanguage, word } from './language.js'

const tones: Readonly<Record<string, string>> = {
  PROCESSING: 'info',
  IN_PROGRESS: 'info',
  ISSUED: 'info',
  SENT: 'info',
  IN_TRANSIT: 'info',
  DISPATCHED: 'info',
  SHIPPED: 'info',
  RUNNING: 'info',
  READY: 'success',
  DELIVERED: 'success',
  COMPLETED: 'success',
  PAID: 'success',
  WON: 'success',
  DONE: 'success',
  CONFIRMED: 'success',
  ON_HOLD: 'warning',
  WAITING: 'warning',
  WAITING_MATERIALS: 'warning',
  PARTIAL: 'warning',
  PARTIALLY_DELIVERED: 'warning',
  PARTIALLY_COMPLETED: 'warning',
  FAILED: 'danger',
  LOST: 'danger',
  CANCELLED: 'danger',
  ATTENTION: 'danger',
  DEAD: 'danger',
}

/** A status as a word; its colour only repeats what the word says. */
export function StatusBadge({ status }: { status: string }) {
  const { texts } = useLanguage()
  return <span className={`badge ${tones[status] ?? 'neutral'}`}>{word(texts.statuses, status)}</span>
}
