import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { useMay } from '../../../lib/may.js'
import { late } from '../../../ui/late.js'
import { Badge } from '../../../ui/status-badge.js'
import type { Address, CustomerCard } from '../customer-answer.js'
import styles from '../customers.module.css'

const Confirm = late(async () => (await import('../../../ui/dialogs/confirm.js')).Confirm)
const AddressDialog = late(async () => (await import('./address-dialog.js')).AddressDialog)

/** Where they are, and where the goods go. */
export function Addresses({ customer }: { readonly customer: CustomerCard }) {
  const { t } = useTranslation()
  const writes = useMay()('CUSTOMERS_UPDATE')
  const [open, setOpen] = useState<Address | 'new'>()
  const [removing, setRemoving] = useState<Address>()
  const remove = useCommand<{ id: string }>({
    method: 'DELETE',
    path: ({ id }) => `/customers/${customer.id}/addresses/${id}`,
    touches: ['/customers'],
    onDone: () => setRemoving(undefined),
  })
  const { addresses } = customer
  return (
    <div className={styles.people}>
      {addresses.length === 0 && <p className={styles.quiet}>{t('customers.addresses.none')}</p>}
      {addresses.map((address) => {
        const where = lineOf(address)
        return (
          <div key={address.id} className={styles.person}>
            <div>
              <span>{where}</span>
              <span className={styles.quiet}>
                {t(`customers.addressType.${address.type}`)}{' '}
                {address.isDefaultShipping && (
                  <Badge tone="info" plain>
                    {t('customers.addresses.toShip')}
                  </Badge>
                )}
              </span>
              {address.deliveryInstructions && <span className={styles.quiet}>{address.deliveryInstructions}</span>}
            </div>
            {writes && (
              <div className={styles.tools}>
                <ActionIcon aria-label={t('customers.addresses.edit', { where })} onClick={() => setOpen(address)}>
                  <IconPencil size={15} stroke={1.6} />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('customers.addresses.remove', { where })}
                  onClick={() => setRemoving(address)}
                >
                  <IconX size={15} stroke={1.6} />
                </ActionIcon>
              </div>
            )}
          </div>
        )
      })}
      {writes && (
        <Button className={styles.add ?? ''} size="xs" variant="default" onClick={() => setOpen('new')}>
          {t('customers.addresses.add')}
        </Button>
      )}
      {open && (
        <AddressDialog
          customerId={customer.id}
          {...(open !== 'new' && { address: open })}
          onClose={() => setOpen(undefined)}
        />
      )}
      {removing && (
        <Confirm
          opened
          danger
          onClose={() => setRemoving(undefined)}
          title={t('customers.addresses.remove', { where: lineOf(removing) })}
          verb={t('customers.delete')}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ id: removing.id })}
        />
      )}
    </div>
  )
}

const lineOf = ({ city, street, building, apartment, postalCode }: Address): string =>
  [postalCode, city, street, building, apartment].filter(Boolean).join(', ')
