import { Button, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { Refusal } from '../../ui/states/refusal.js'
import type { Approval } from './approval-answer.js'
import styles from './approvals.module.css'

/** The answer, with a word to it. A refusal needs one. */
export function Decide({ approval }: { readonly approval: Approval }) {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [comment, setComment] = useState('')
  const [asksWhy, setAsksWhy] = useState(false)
  const words = comment.trim()
  const decide = useCommand<{ does: 'approve' | 'reject' }>({
    path: ({ does }) => `/approvals/${approval.id}/${does}`,
    body: ({ does }) => (does === 'reject' ? { reason: words } : { ...(words && { comment: words }) }),
    touches: ['/approvals', '/orders', '/deals', '/tasks'],
  })
  const reject = () => {
    if (words) return decide.mutate({ does: 'reject' })
    setAsksWhy(true)
    field.current?.focus()
  }
  const busy = (does: string) => decide.isPending && decide.variables.does === does
  return (
    <form
      className={styles.decide}
      onSubmit={(event) => {
        event.preventDefault()
        decide.mutate({ does: 'approve' })
      }}
    >
      <TextInput
        ref={field}
        size="sm"
        className={styles.field ?? ''}
        aria-label={t('approvals.comment', { what: approval.sentence })}
        placeholder={t('approvals.placeholder')}
        maxLength={1000}
        value={comment}
        error={asksWhy && !words ? t('approvals.why') : undefined}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <Button type="submit" loading={busy('approve')} disabled={decide.isPending}>
        {t('approvals.approve')}
      </Button>
      <Button variant="default" loading={busy('reject')} disabled={decide.isPending} onClick={reject}>
        {t('approvals.reject')}
      </Button>
      <Refusal error={decide.error} />
    </form>
  )
}
