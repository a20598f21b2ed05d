import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { ReasonDialog } from '../../../ui/dialogs/reason-dialog.js'
import { useWord } from '../../../ui/use-word.js'
import type { Customer } from '../customer-answer.js'
import { CustomerForm } from '../form/customer-form.js'
import { needsReason, type Status } from '../values.js'
import { ConvertDialog } from './convert-dialog.js'
import { CreditDialog } from './credit-dialog.js'

/** What is asked in a dialog. */
export type Asked = 'edit' | 'convert' | 'block' | 'credit' | 'remove' | { readonly status: Status }

interface CustomerDialogsProps {
  readonly customer: Customer
  readonly asked: Asked
  readonly onClose: () => void
}

/** The questions of a customer's page, one at a time. */
export function CustomerDialogs({ customer, asked, onClose }: CustomerDialogsProps) {
  const { t } = useTranslation()
  const word = useWord()
  const navigate = useNavigate()
  const path = `/customers/${customer.id}`
  const { name, version } = customer
  const move = useCommand<{ status: Status; reason?: string }>({
    method: 'PATCH',
    path: `${path}/status`,
    body: (given) => ({ ...given, version }),
    touches: ['/customers'],
    onDone: onClose,
  })
  const block = useCommand<{ reason: string }>({
    path: `${path}/block`,
    body: (given) => given,
    touches: ['/customers'],
    onDone: onClose,
  })
  const remove = useCommand({
    method: 'DELETE',
    path,
    onDone: () => void navigate({ to: '/customers' }),
  })
  if (asked === 'edit') return <CustomerForm customer={customer} onClose={onClose} onSaved={() => {}} />
  if (asked === 'convert') return <ConvertDialog customer={customer} onClose={onClose} />
  if (asked === 'credit') return <CreditDialog customer={customer} onClose={onClose} />
  if (asked === 'block')
    return (
      <ReasonDialog
        danger
        title={t('customers.block.title', { name })}
        verb={t('customers.block.verb')}
        busy={block.isPending}
        error={block.error}
        onClose={onClose}
        onReason={(reason) => block.mutate({ reason })}
      >
        <p>{t('customers.block.rule')}</p>
      </ReasonDialog>
    )
  if (asked === 'remove')
    return (
      <Confirm
        opened
        danger
        onClose={onClose}
        title={t('customers.remove.title', { name })}
        verb={t('customers.remove.verb')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
      >
        <p>{t('customers.remove.rule')}</p>
      </Confirm>
    )
  const { status } = asked
  return (
    <ReasonDialog
      title={t('customers.status.title', { name })}
      verb={t('customers.status.move', { status: word('customer', status) })}
      optional={!needsReason(customer.status, status)}
      busy={move.isPending}
      error={move.error}
      onClose={onClose}
      onReason={(reason) => move.mutate({ status, ...(reason && { reason }) })}
    />
  )
}
