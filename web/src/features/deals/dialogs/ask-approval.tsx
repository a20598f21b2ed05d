import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Refusal } from '../../../ui/states/refusal.js'
import { Badge } from '../../../ui/status-badge.js'
import styles from './dialogs.module.css'

interface AskApprovalProps {
  readonly dealId: string
  readonly finalAmount: number | undefined
  /** Somebody has been asked already. */
  readonly asked: boolean
}

/** The discount is more than this person may give: whoever may is asked, and the deal is won after that. */
export function AskApproval({ dealId, finalAmount, asked }: AskApprovalProps) {
  const { t } = useTranslation()
  const request = useCommand({
    path: `/deals/${dealId}/request-approval`,
    body: () => ({ ...(finalAmount !== undefined && { finalAmount }) }),
    touches: ['/approvals'],
  })
  if (asked || request.isSuccess) return <Badge tone="warning">{t('deals.win.asked')}</Badge>
  return (
    <div className={styles.asking}>
      <Button variant="default" size="xs" loading={request.isPending} onClick={() => request.mutate()}>
        {t('deals.win.ask')}
      </Button>
      <Refusal error={request.error} />
    </div>
  )
}
