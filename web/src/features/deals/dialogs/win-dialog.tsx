import type { WonDeal } from '@prometric/contracts/won-deal'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Refused } from '../../../lib/http.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { MoneyInput } from '../../../ui/fields/money-input.js'
import { Refusal } from '../../../ui/states/refusal.js'
import { Skeleton } from '../../../ui/states/skeletons.js'
import { AskApproval } from './ask-approval.js'
import styles from './dialogs.module.css'
import { useWinPreview } from './use-win-preview.js'
import { WinPlan } from './win-plan.js'

interface WinDialogProps {
  readonly deal: { readonly id: string; readonly title: string; readonly value: number }
  readonly onClose: () => void
  readonly onWon: (won: WonDeal) => void
}

/** What winning will set in motion, seen before it is done; one button. */
export function WinDialog({ deal, onClose, onWon }: WinDialogProps) {
  const { t } = useTranslation()
  const [amount, setAmount] = useState<number | null>()
  const [settled] = useDebouncedValue(amount, 400)
  const finalAmount = settled === null || settled === deal.value ? undefined : settled
  const preview = useWinPreview(deal.id, finalAmount)
  const win = useCommand<{ finalAmount: number | undefined }, WonDeal>({
    path: `/deals/${deal.id}/win`,
    body: (given) => given,
    touches: ['/deals', '/orders'],
    onDone: (won) => {
      onWon(won)
      onClose()
    },
  })
  const refused = preview.error instanceof Refused ? preview.error : undefined
  const asks = refused?.code === 'APPROVAL_REQUIRED'
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('deals.win.title', { title: deal.title })}
      verb={t('deals.win.verb')}
      size="md"
      busy={win.isPending}
      disabled={Boolean(preview.error)}
      error={win.error}
      onConfirm={() => win.mutate({ finalAmount })}
    >
      <div className={styles.plan} aria-busy={preview.isFetching}>
        {preview.data ? (
          <WinPlan preview={preview.data} stale={preview.isFetching && preview.isPlaceholderData} />
        ) : preview.error ? (
          <Refusal error={preview.error} />
        ) : (
          <Skeleton shape="lines" rows={5} />
        )}
      </div>
      {asks && (
        <AskApproval dealId={deal.id} finalAmount={finalAmount} asked={Boolean(refused.facts['approvalRequestId'])} />
      )}
      {amount === undefined ? (
        <button type="button" className={styles.quiet} onClick={() => setAmount(deal.value)}>
          {t('deals.win.changeAmount')}
        </button>
      ) : (
        <MoneyInput
          label={t('deals.win.finalAmount')}
          hint={t('deals.win.finalAmountHint')}
          value={amount}
          onChange={setAmount}
        />
      )}
    </Confirm>
  )
}
