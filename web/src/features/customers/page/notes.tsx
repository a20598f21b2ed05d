import { ActionIcon, Button, Textarea } from '@mantine/core'
import { IconPin, IconPinFilled, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { useMay } from '../../../lib/may.js'
import { useSignedIn } from '../../../lib/session.js'
import { Check } from '../../../ui/check.js'
import { Moment } from '../../../ui/moment.js'
import { Person } from '../../../ui/person.js'
import { SectionHeader } from '../../../ui/section-header.js'
import { Refusal } from '../../../ui/states/refusal.js'
import type { CustomerCard, Note } from '../customer-answer.js'
import styles from '../customers.module.css'

/** What colleagues should know; a private note only its author sees. */
export function Notes({ customer }: { readonly customer: CustomerCard }) {
  const { t } = useTranslation()
  const writes = useMay()('CUSTOMERS_UPDATE')
  const [content, setContent] = useState('')
  const [secret, setSecret] = useState(false)
  const { notes } = customer
  const add = useCommand({
    path: `/customers/${customer.id}/notes`,
    body: () => ({ content: content.trim(), visibility: secret ? 'PRIVATE' : 'TEAM' }),
    touches: ['/customers'],
    onDone: () => setContent(''),
  })
  return (
    <section className={styles.section} aria-label={t('customers.notes.title')}>
      <SectionHeader title={t('customers.notes.title')} {...(notes.length > 0 && { count: notes.length })} />
      {writes && (
        <form
          className={styles.compose}
          onSubmit={(event) => {
            event.preventDefault()
            if (content.trim()) add.mutate()
          }}
        >
          <Textarea
            size="sm"
            autosize
            minRows={1}
            maxRows={8}
            aria-label={t('customers.notes.write')}
            placeholder={t('customers.notes.write')}
            value={content}
            onChange={(event) => setContent(event.currentTarget.value)}
          />
          {content !== '' && (
            <div className={styles.send}>
              <label className={styles.tick}>
                <Check checked={secret} onChange={(event) => setSecret(event.currentTarget.checked)} />
                {t('customers.notes.secret')}
              </label>
              <Button type="submit" size="xs" loading={add.isPending}>
                {t('customers.notes.add')}
              </Button>
            </div>
          )}
          <Refusal error={add.error} />
        </form>
      )}
      {notes.length > 0 && (
        <ul className={styles.notes}>
          {notes.map((note) => (
            <NoteRow key={note.id} customerId={customer.id} note={note} />
          ))}
        </ul>
      )}
      {notes.length === 0 && !writes && <p className={styles.quiet}>{t('customers.notes.none')}</p>}
    </section>
  )
}

function NoteRow({ customerId, note }: { readonly customerId: string; readonly note: Note }) {
  const { t } = useTranslation()
  const { user } = useSignedIn()
  const mine = note.createdBy === user.id
  const path = `/customers/${customerId}/notes/${note.id}`
  const pin = useCommand({
    method: 'PUT',
    path,
    body: () => ({ isPinned: !note.isPinned }),
    touches: ['/customers'],
  })
  const remove = useCommand({ method: 'DELETE', path, touches: ['/customers'] })
  return (
    <li className={styles.note}>
      <Person name={note.authorName} round />
      <div>
        <div className={styles.said}>{note.content}</div>
        <div className={styles.when}>
          <Moment value={note.createdAt} />
          {note.authorName && ` · ${note.authorName}`}
          {note.visibility === 'PRIVATE' && ` · ${t('customers.notes.secretShort')}`}
        </div>
        <Refusal error={pin.error ?? remove.error} />
      </div>
      {mine && (
        <div className={styles.tools}>
          <ActionIcon
            aria-label={t(note.isPinned ? 'customers.notes.unpin' : 'customers.notes.pin')}
            aria-pressed={note.isPinned}
            loading={pin.isPending}
            onClick={() => pin.mutate()}
          >
            {note.isPinned ? <IconPinFilled size={15} /> : <IconPin size={15} stroke={1.6} />}
          </ActionIcon>
          <ActionIcon
            aria-label={t('customers.notes.remove')}
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            <IconX size={15} stroke={1.6} />
          </ActionIcon>
        </div>
      )}
    </li>
  )
}
