import type { WonDeal } from '@prometric/contracts/won-deal'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { ReasonDialog } from '../../../ui/dialogs/reason-dialog.js'
import type { Deal, DealCard } from '../deal-answer.js'
import { AssignDialog } from '../dialogs/assign-dialog.js'
import { EditDialog } from '../dialogs/edit-dialog.js'
import { LoseDialog } from '../dialogs/lose-dialog.js'
import { WinDialog } from '../dialogs/win-dialog.js'
import type { Asked } from './deal-actions.js'
import { useTaken } from './use-taken.js'

interface DealDialogsProps {
  readonly deal: DealCard
  readonly asked: Asked
  readonly onClose: () => void
  readonly onWon: (won: WonDeal) => void
}

/** The questions of a deal's page, one at a time. */
export function DealDialogs({ deal, asked, onClose, onWon }: DealDialogsProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const taken = useTaken(deal.id)
  const reopen = useCommand<{ reason: string }, Deal>({
    path: `/deals/${deal.id}/reopen`,
    body: (given) => given,
    touches: ['/deals'],
    onDone: (done) => {
      taken(done)
      onClose()
    },
  })
  const remove = useCommand({
    method: 'DELETE',
    path: `/deals/${deal.id}`,
    onDone: () => void navigate({ to: '/' }),
  })
  if (asked === 'win') return <WinDialog deal={deal} onClose={onClose} onWon={onWon} />
  if (asked === 'lose') return <LoseDialog deal={deal} onClose={onClose} />
  if (asked === 'edit') return <EditDialog deal={deal} onClose={onClose} onSaved={taken} />
  if (asked === 'assign') return <AssignDialog deal={deal} onClose={onClose} />
  if (asked === 'delete')
    return (
      <Confirm
        opened
        danger
        onClose={onClose}
        title={t('deals.remove.title')}
        verb={t('deals.remove.verb', { number: deal.dealNumber })}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
      >
        <p>{t('deals.remove.what', { title: deal.title })}</p>
      </Confirm>
    )
  return (
    <ReasonDialog
      title={t('deals.reopen.title', { title: deal.title })}
      verb={t('deals.page.reopen')}
      busy={reopen.isPending}
      error={reopen.error}
      onClose={onClose}
      onReason={(reason) => reopen.mutate({ reason })}
    />
  )
}
