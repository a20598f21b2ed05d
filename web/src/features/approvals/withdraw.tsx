import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { Refusal } from '../../ui/states/refusal.js'
import type { Approval } from './approval-answer.js'

/** Whoever asked may ask no longer. */
export function Withdraw({ approval }: { readonly approval: Approval }) {
  const { t } = useTranslation()
  const withdraw = useCommand({
    path: `/approvals/${approval.id}/cancel`,
    touches: ['/approvals', '/orders', '/deals'],
  })
  return (
    <div>
      <Button size="xs" variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
        {t('approvals.withdraw')}
      </Button>
      <Refusal error={withdraw.error} />
    </div>
  )
}
