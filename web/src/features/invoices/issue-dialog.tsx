import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { dayOf } from '../../lib/format.js'
import { useTimezone } from '../../lib/session.js'
import { Confirm } from '../../ui/dialogs/confirm.js'
import { DateInput } from '../../ui/fields/date-input.js'
import { fieldError, formError } from '../../ui/fields/field-error.js'
import { invoicePath } from './invoice-answer.js'

/** A draft becomes a debt: it gets its number and cannot be changed any more. */
export function IssueDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const today = dayOf(new Date(), useTimezone())
  const [issueDate, setDay] = useState<string | null>(today)
  const issue = useCommand({
    path: `${invoicePath}/${id}/issue`,
    body: () => (issueDate ? { issueDate } : {}),
    touches: ['/finance', '/orders', '/deals'],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('finance.invoices.issueTitle')}
      verb={t('finance.invoices.issue')}
      busy={issue.isPending}
      error={formError(issue.error, ['issueDate'])}
      onConfirm={() => issue.mutate()}
    >
      <p>{t('finance.invoices.issueText')}</p>
      <DateInput
        label={t('finance.invoices.issueDate')}
        value={issueDate}
        max={today}
        onChange={setDay}
        error={fieldError(issue.error, 'issueDate')}
      />
    </Confirm>
  )
}
