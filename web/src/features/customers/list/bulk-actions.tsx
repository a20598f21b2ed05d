import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { useMay } from '../../../lib/may.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { ReasonDialog } from '../../../ui/dialogs/reason-dialog.js'
import { SearchSelect } from '../../../ui/fields/search-select.js'
import { Menu } from '../../../ui/overlays/menu.js'
import { useWord } from '../../../ui/use-word.js'
import { employeeName } from '../../../lib/employee-name.js'
import styles from '../customers.module.css'
import { statuses } from '../values.js'

interface BulkActionsProps {
  readonly ids: readonly string[]
  readonly clear: () => void
}

interface Done {
  readonly items: readonly { readonly error?: { readonly message?: string } }[]
}

/** What is done with many customers at once; those with whom it could not be are told with the first reason. */
export function BulkActions({ ids, clear }: BulkActionsProps) {
  const { t } = useTranslation()
  const word = useWord()
  const may = useMay()
  const [asked, setAsked] = useState<'assign' | 'remove' | { status: string }>()
  const [employee, setEmployee] = useState<string | null>(null)
  const [left, setLeft] = useState<{ count: number; why: string }>()
  const onDone = ({ items }: Done) => {
    const failed = items.filter(({ error }) => error)
    setAsked(undefined)
    if (failed.length === 0) clear()
    else setLeft({ count: failed.length, why: failed[0]?.error?.message ?? '' })
  }
  const touches = ['/customers']
  const move = useCommand<{ status: string; reason?: string }, Done>({
    method: 'PATCH',
    path: '/customers/bulk/status',
    body: (given) => ({ ids, ...given }),
    touches,
    onDone,
  })
  const assign = useCommand<void, Done>({
    method: 'PATCH',
    path: '/customers/bulk/assign',
    body: () => ({ ids, assignedTo: employee }),
    touches,
    onDone,
  })
  const remove = useCommand<void, Done>({ path: '/customers/bulk-delete', body: () => ({ ids }), touches, onDone })
  const onClose = () => setAsked(undefined)
  return (
    <>
      {left && <span className={styles.left}>{t('customers.bulk.left', left)}</span>}
      {may('CUSTOMERS_UPDATE') && (
        <Menu
          position="top-start"
          button={
            <Button size="xs" variant="default">
              {t('customers.bulk.status')}
            </Button>
          }
        >
          {statuses
            .filter((status) => status !== 'LEAD')
            .map((status) => (
              <Menu.Item key={status} onClick={() => setAsked({ status })}>
                {word('customer', status)}
              </Menu.Item>
            ))}
        </Menu>
      )}
      {may('CUSTOMERS_UPDATE') && may('EMPLOYEES_VIEW') && (
        <Button size="xs" variant="default" onClick={() => setAsked('assign')}>
          {t('customers.bulk.assign')}
        </Button>
      )}
      {may('CUSTOMERS_DELETE') && (
        <Button size="xs" variant="default" onClick={() => setAsked('remove')}>
          {t('customers.remove.verb')}
        </Button>
      )}
      {typeof asked === 'object' && (
        <ReasonDialog
          title={t('customers.bulk.many', { count: ids.length })}
          verb={t('customers.status.move', { status: word('customer', asked.status) })}
          optional
          busy={move.isPending}
          error={move.error}
          onClose={onClose}
          onReason={(reason) => move.mutate({ ...asked, ...(reason && { reason }) })}
        />
      )}
      {asked === 'assign' && (
        <Confirm
          opened
          onClose={onClose}
          title={t('customers.bulk.many', { count: ids.length })}
          verb={t('customers.bulk.assign')}
          busy={assign.isPending}
          disabled={!employee}
          error={assign.error}
          onConfirm={() => assign.mutate()}
        >
          <SearchSelect
            label={t('customers.facts.owner')}
            path="/employees"
            labelOf={employeeName}
            value={employee}
            onChange={setEmployee}
          />
        </Confirm>
      )}
      <Confirm
        opened={asked === 'remove'}
        danger
        onClose={onClose}
        title={t('customers.bulk.many', { count: ids.length })}
        verb={t('customers.remove.verb')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
      >
        <p>{t('customers.remove.rule')}</p>
      </Confirm>
    </>
  )
}
