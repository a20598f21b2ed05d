import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { SearchSelect } from '../../../ui/fields/search-select.js'
import { employeeName } from '../../../lib/employee-name.js'

interface AssignDialogProps {
  readonly deal: { readonly id: string; readonly assignedTo: string | null }
  readonly onClose: () => void
}

/** Gives a deal to a colleague. */
export function AssignDialog({ deal, onClose }: AssignDialogProps) {
  const { t } = useTranslation()
  const [assignedTo, setAssigned] = useState(deal.assignedTo)
  const assign = useCommand({
    path: `/deals/${deal.id}/assign`,
    body: () => ({ assignedTo }),
    touches: ['/deals'],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('deals.assign.title')}
      verb={t('deals.assign.verb')}
      busy={assign.isPending}
      disabled={!assignedTo || assignedTo === deal.assignedTo}
      error={assign.error}
      onConfirm={() => assign.mutate()}
    >
      <SearchSelect
        label={t('deals.facts.owner')}
        path="/employees"
        only={{ status: 'ACTIVE' }}
        labelOf={employeeName}
        value={assignedTo}
        onChange={(id) => setAssigned(id)}
        required
      />
    </Confirm>
  )
}
