import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api.js'
import { useMay } from '../../lib/may.js'
import { late } from '../../ui/late.js'
import { Menu } from '../../ui/overlays/menu.js'
import { notBegun, type ProductionCard, productionPath, touchedByMaking } from './production-answer.js'

const CancelDialog = late(async () => (await import('./cancel-dialog.js')).CancelDialog)
const CompleteDialog = late(async () => (await import('./complete-dialog.js')).CompleteDialog)

interface Steps {
  readonly actions?: ReactNode
  readonly more?: ReactNode
  readonly dialog?: ReactNode
  readonly error: unknown
}

/** What may be done with a production order as it stands, and only that. */
export function useSteps(order: ProductionCard): Steps {
  const { t } = useTranslation()
  const may = useMay()
  const [dialog, setDialog] = useState<'complete' | 'cancel'>()
  const step = useCommand<'plan' | 'release' | 'start'>({
    path: (name) => `${productionPath}/${order.id}/${name}`,
    touches: touchedByMaking,
  })
  if (!may('PRODUCTION_UPDATE')) return { error: null }
  const { status } = order
  const ahead = notBegun.has(status)
  const working = status === 'IN_PROGRESS'
  const close = () => setDialog(undefined)
  return {
    error: step.error,
    actions: (
      <>
        {ahead && order.bomMissing && (
          <Button
            variant="default"
            loading={step.isPending && step.variables === 'plan'}
            onClick={() => step.mutate('plan')}
          >
            {t('production.plan')}
          </Button>
        )}
        {ahead && (
          <Button loading={step.isPending && step.variables === 'start'} onClick={() => step.mutate('start')}>
            {t('production.start')}
          </Button>
        )}
        {working && <Button onClick={() => setDialog('complete')}>{t('production.complete')}</Button>}
      </>
    ),
    ...((ahead || working || status === 'ON_HOLD') && {
      more: (
        <>
          {ahead && status !== 'SCHEDULED' && (
            <Menu.Item onClick={() => step.mutate('release')}>{t('production.release')}</Menu.Item>
          )}
          <Menu.Item color="danger" onClick={() => setDialog('cancel')}>
            {t('production.cancel')}
          </Menu.Item>
        </>
      ),
    }),
    dialog: (
      <>
        {dialog === 'complete' && <CompleteDialog order={order} onClose={close} />}
        {dialog === 'cancel' && <CancelDialog order={order} onClose={close} />}
      </>
    ),
  }
}
