import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { useMay } from '../../../lib/may.js'
import { late } from '../../../ui/late.js'
import { Badge } from '../../../ui/status-badge.js'
import { writtenPhone } from '../../../ui/fields/written-phone.js'
import type { Contact, CustomerCard } from '../customer-answer.js'
import styles from '../customers.module.css'

const Confirm = late(async () => (await import('../../../ui/dialogs/confirm.js')).Confirm)
const ContactDialog = late(async () => (await import('./contact-dialog.js')).ContactDialog)

/** With whom one talks there. */
export function Contacts({ customer }: { readonly customer: CustomerCard }) {
  const { t } = useTranslation()
  const writes = useMay()('CUSTOMERS_UPDATE')
  const [open, setOpen] = useState<Contact | 'new'>()
  const [removing, setRemoving] = useState<Contact>()
  const remove = useCommand<{ id: string }>({
    method: 'DELETE',
    path: ({ id }) => `/customers/${customer.id}/contacts/${id}`,
    touches: ['/customers'],
    onDone: () => setRemoving(undefined),
  })
  const { contacts } = customer
  return (
    <div className={styles.people}>
      {contacts.length === 0 && <p className={styles.quiet}>{t('customers.contacts.none')}</p>}
      {contacts.map((contact) => {
        const name = nameOf(contact)
        const phones = [contact.mobilePhone, contact.phone].filter((phone) => phone !== null)
        return (
          <div key={contact.id} className={styles.person}>
            <div>
              <span>
                <strong>{name}</strong>{' '}
                {contact.isPrimary && (
                  <Badge tone="info" plain>
                    {t('customers.contacts.primary')}
                  </Badge>
                )}
              </span>
              {contact.position && <span className={styles.quiet}>{contact.position}</span>}
              {phones.map((phone) => (
                <a key={phone} href={`tel:${phone}`}>
                  {writtenPhone(phone)}
                </a>
              ))}
              {contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
            </div>
            {writes && (
              <div className={styles.tools}>
                <ActionIcon aria-label={t('customers.contacts.edit', { name })} onClick={() => setOpen(contact)}>
                  <IconPencil size={15} stroke={1.6} />
                </ActionIcon>
                <ActionIcon aria-label={t('customers.contacts.remove', { name })} onClick={() => setRemoving(contact)}>
                  <IconX size={15} stroke={1.6} />
                </ActionIcon>
              </div>
            )}
          </div>
        )
      })}
      {writes && (
        <Button className={styles.add ?? ''} size="xs" variant="default" onClick={() => setOpen('new')}>
          {t('customers.contacts.add')}
        </Button>
      )}
      {open && (
        <ContactDialog
          customerId={customer.id}
          {...(open !== 'new' && { contact: open })}
          onClose={() => setOpen(undefined)}
        />
      )}
      {removing && (
        <Confirm
          opened
          danger
          onClose={() => setRemoving(undefined)}
          title={t('customers.contacts.remove', { name: nameOf(removing) })}
          verb={t('customers.delete')}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ id: removing.id })}
        />
      )}
    </div>
  )
}

const nameOf = ({ lastName, firstName, middleName }: Contact): string =>
  [lastName, firstName, middleName].filter(Boolean).join(' ')
