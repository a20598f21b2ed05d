import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { useMay } from '../../../lib/may.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { ReasonDialog } from '../../../ui/dialogs/reason-dialog.js'
import { Menu } from '../../../ui/overlays/menu.js'
import { Refusal } from '../../../ui/states/refusal.js'
import { useWord } from '../../../ui/use-word.js'
import { openStages } from '../stages.js'
import styles from './list.module.css'

interface BulkActionsProps {
  readonly ids: readonly string[]
  readonly clear: () => void
}

interface Done {
  readonly items: readonly { readonly id?: string; readonly error?: { readonly message?: string } }[]
}

/** What is done with many deals at once; those that could not be are told with the first reason. */
export function BulkActions({ ids, clear }: BulkActionsProps) {
  const { t } = useTranslation()
  const word = useWord()
  const may = useMay()
  const [stage, setStage] = useState<string>()
  const [removing, setRemoving] = useState(false)
  const [left, setLeft] = useState<{ count: number; why: string }>()
  const end = (done: Done) => {
    const failed = done.items.filter(({ error }) => error)
    setStage(undefined)
    setRemoving(false)
    if (failed.length === 0) clear()
    else setLeft({ count: failed.length, why: failed[0]?.error?.message ?? '' })
  }
  const move = useCommand<{ stage: string; reason: string }, Done>({
    method: 'PATCH',
    path: '/deals/bulk/stage',
    body: (given) => ({ ids, ...given }),
    touches: ['/deals'],
    onDone: end,
  })
  const remove = useCommand<void, Done>({
    path: '/deals/bulk-delete',
    body: () => ({ ids }),
    touches: ['/deals'],
    onDone: end,
  })
  return (
    <>
      {left && <span className={styles.left}>{t('deals.list.left', left)}</span>}
      {may('DEALS_UPDATE') && (
        <Menu
          position="top-start"
          button={
            <Button size="xs" variant="default">
              {t('deals.list.move')}
            </Button>
          }
        >
          {openStages.map((each) => (
            <Menu.Item key={each} onClick={() => setStage(each)}>
              {word('deal', each)}
            </Menu.Item>
          ))}
        </Menu>
      )}
      {may('DEALS_DELETE') && (
        <Button size="xs" variant="default" color="danger" onClick={() => setRemoving(true)}>
          {t('deals.page.delete')}
        </Button>
      )}
      <Refusal error={stage || removing ? undefined : (move.error ?? remove.error)} />
      {stage && (
        <ReasonDialog
          title={t('deals.list.moveMany', { count: ids.length })}
          verb={t('deals.reason.move', { stage: word('deal', stage) })}
          busy={move.isPending}
          error={move.error}
          onClose={() => setStage(undefined)}
          onReason={(reason) => move.mutate({ stage, reason })}
        />
      )}
      <Confirm
        opened={removing}
        danger
        onClose={() => setRemoving(false)}
        title={t('deals.remove.title')}
        verb={t('deals.list.removeMany', { count: ids.length })}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
      />
    </>
  )
}
