import { Button } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { useTitle } from '../../lib/title.js'
import { DocumentPage } from '../../ui/document-page/document-page.js'
import { Refusal } from '../../ui/states/refusal.js'
import { bodyOf, emptyDraft } from './new/draft-order.js'
import { NewLines } from './new/new-lines.js'
import { NewOrderFields } from './new/new-order-fields.js'
import { NewOrderSum } from './new/new-order-sides.js'
import { useOrderPreview } from './new/use-order-preview.js'
import styles from './new/new-order.module.css'
import { type OrderRow, touchedByOrder } from './order-answer.js'

/** An order without a deal: while it is written the server says what it comes to and whether it will go on. */
export function Page() {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/orders/new' })
  const { customerId = null } = useSearch({ from: '/inside/orders/new' })
  const [draft, setDraft] = useState({ ...emptyDraft, customerId })
  const [tab, setTab] = useState<string>()
  const { preview, error, stale } = useOrderPreview(draft)
  const body = bodyOf(draft)
  const place = useCommand<{ asDraft: boolean }, OrderRow>({
    path: '/orders',
    body: ({ asDraft }) => ({ ...body, ...(asDraft && { asDraft }) }),
    touches: touchedByOrder,
    onDone: ({ id }) => void navigate({ to: '/orders/$id', params: { id } }),
  })
  useTitle(t('orders.new.title'))
  return (
    <DocumentPage
      header={
        <header className={styles.head}>
          <h1 className={styles.title}>{t('orders.new.title')}</h1>
          <div className={styles.buttons}>
            <Button
              variant="default"
              disabled={!body}
              loading={place.isPending && place.variables.asDraft}
              onClick={() => place.mutate({ asDraft: true })}
            >
              {t('orders.new.asDraft')}
            </Button>
            <Button
              disabled={!body || stale}
              loading={place.isPending && !place.variables.asDraft}
              onClick={() => place.mutate({ asDraft: false })}
            >
              {t('orders.new.verb')}
            </Button>
          </div>
        </header>
      }
      tab={tab}
      onTab={setTab}
      sides={[
        {
          key: 'sum',
          title: t('ui.document.money'),
          content: <NewOrderSum preview={preview} error={error} stale={stale} />,
        },
      ]}
    >
      <NewOrderFields
        draft={draft}
        error={place.error}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
      />
      <NewLines
        lines={draft.lines}
        preview={preview}
        onChange={(lines) => setDraft((before) => ({ ...before, lines }))}
      />
      <Refusal error={place.error} />
    </DocumentPage>
  )
}
