import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { late } from '../../ui/late.js'
import { Refusal } from '../../ui/states/refusal.js'
import type { Resolved } from './delivery-answer.js'
import { useRetry } from './use-retry.js'

const SkipDialog = late(async () => (await import('./skip-dialog.js')).SkipDialog)

interface BulkRepairProps {
  readonly ids: readonly string[]
  readonly clear: () => void
  readonly onResolved: (resolved: Resolved) => void
}

/** Tries the chosen steps again, or gives them up. No more than a hundred at once. */
export function BulkRepair({ ids, clear, onResolved }: BulkRepairProps) {
  const { t } = useTranslation()
  const [skipping, setSkipping] = useState(false)
  const done = (resolved: Resolved) => {
    onResolved(resolved)
    clear()
  }
  const retry = useRetry(done)
  const some = ids.slice(0, 100)
  return (
    <>
      <Button size="xs" loading={retry.isPending} onClick={() => retry.mutate({ ids: some })}>
        {t('operations.retry')}
      </Button>
      <Button size="xs" variant="default" onClick={() => setSkipping(true)}>
        {t('operations.skipVerb')}
      </Button>
      <Refusal error={retry.error} />
      {skipping && <SkipDialog ids={some} onClose={() => setSkipping(false)} onDone={done} />}
    </>
  )
}
