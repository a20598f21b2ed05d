import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import styles from '../products.module.css'

interface BulkActionsProps {
  readonly ids: readonly string[]
  readonly clear: () => void
}

interface Done {
  readonly items: readonly { readonly error?: { readonly message?: string } }[]
}

/** What is done with many products at once; those with which it could not be are told with the first reason. */
export function BulkActions({ ids, clear }: BulkActionsProps) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const [left, setLeft] = useState<{ count: number; why: string }>()
  const remove = useCommand<void, Done>({
    path: '/products/bulk-delete',
    body: () => ({ ids }),
    touches: ['/products'],
    onDone: ({ items }) => {
      const failed = items.filter(({ error }) => error)
      setAsked(false)
      if (failed.length === 0) clear()
      else setLeft({ count: failed.length, why: failed[0]?.error?.message ?? '' })
    },
  })
  return (
    <>
      {left && <span className={styles.left}>{t('products.remove.left', left)}</span>}
      <Button size="xs" variant="default" onClick={() => setAsked(true)}>
        {t('products.remove.verb')}
      </Button>
      <Confirm
        opened={asked}
        danger
        onClose={() => setAsked(false)}
        title={t('products.remove.many', { count: ids.length })}
        verb={t('products.remove.verb')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
      >
        <p>{t('products.remove.rule')}</p>
      </Confirm>
    </>
  )
}
