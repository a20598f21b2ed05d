import type { CancellationPlanAnswer, PreviewCancellationBody } from '@prometric/contracts/cancellation'
import { SegmentedControl, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { Confirm } from '../../../ui/dialogs/confirm.js'
import { Refusal } from '../../../ui/states/refusal.js'
import { Skeleton } from '../../../ui/states/skeletons.js'
import styles from '../dialogs/dialogs.module.css'
import type { OrderDialogProps } from '../dialogs/order-dialog.js'
import { touchedByOrder } from '../order-answer.js'
import { toCancel } from '../order-facts.js'
import { CancelLines, type Chosen } from './cancel-lines.js'
import { CancelPlan, type Choices } from './cancel-plan.js'
import { usePlan } from './use-plan.js'

/** Cancels an order or some of its lines, after it has been seen what that does with every document that follows from it. */
export function CancelDialog({ order, onClose }: OrderDialogProps) {
  const { t } = useTranslation()
  const [whole, setWhole] = useState(true)
  const [lines, setLines] = useState<Chosen>(new Map())
  const [choices, setChoices] = useState<Choices>({})
  const [reason, setReason] = useState('')
  const [changed, setChanged] = useState<CancellationPlanAnswer>()
  const items = [...lines].flatMap(([itemId, quantity]) => (quantity ? [{ itemId, quantity }] : []))
  const wish = {
    ...(!whole && { items }),
    ...(Object.keys(choices).length > 0 && { choices }),
  } as PreviewCancellationBody
  const [asked] = useDebouncedValue(wish, 250)
  const says = whole || items.length > 0
  const preview = usePlan(order.id, asked, says)
  const isStale = preview.isFetching || JSON.stringify(asked) !== JSON.stringify(wish)
  // What the server found when it looked again counts until something else is asked.
  const plan = changed ?? (says ? preview.data : undefined)
  const change = (does: () => void) => {
    setChanged(undefined)
    does()
  }
  const cancel = useCommand<{ planHash: string }>({
    path: `/orders/${order.id}/cancel`,
    body: ({ planHash }) => ({ ...wish, reason: reason.trim(), planHash }),
    touches: [...touchedByOrder, '/operations', '/finance'],
    onDone: onClose,
    onRefused: ({ code, facts }) => {
      if (code === 'PLAN_CHANGED') setChanged(facts['plan'] as CancellationPlanAnswer)
    },
  })
  const open = order.items.filter((item) => toCancel(item) > 0)
  return (
    <Confirm
      opened
      onClose={onClose}
      title={t('orders.cancel.title', { number: order.orderNumber })}
      verb={
        whole
          ? t('orders.cancel.verb', { number: order.orderNumber })
          : t('orders.cancel.verbLines', { count: items.length })
      }
      danger
      busy={cancel.isPending}
      disabled={!plan || (isStale && !changed) || reason.trim() === ''}
      error={changed ? undefined : cancel.error}
      size="lg"
      onConfirm={() => plan && cancel.mutate({ planHash: plan.planHash })}
    >
      {open.length > 0 && (
        <SegmentedControl
          size="xs"
          aria-label={t('orders.cancel.scope')}
          value={whole ? 'whole' : 'lines'}
          onChange={(value) => change(() => setWhole(value === 'whole'))}
          data={[
            { value: 'whole', label: t('orders.cancel.whole') },
            { value: 'lines', label: t('orders.cancel.lines') },
          ]}
        />
      )}
      {!whole && <CancelLines items={open} chosen={lines} onChange={(next) => change(() => setLines(next))} />}
      {changed && (
        <p role="alert" className={styles.changed}>
          {cancel.error?.message}
        </p>
      )}
      {plan ? (
        <CancelPlan
          plan={plan}
          choices={choices}
          onChoose={(next) => change(() => setChoices(next))}
          stale={isStale && !changed}
        />
      ) : preview.error ? (
        <Refusal error={preview.error} />
      ) : (
        says && <Skeleton shape="lines" rows={5} />
      )}
      <Textarea
        size="sm"
        autosize
        minRows={2}
        maxRows={5}
        label={t('orders.cancel.reason')}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Confirm>
  )
}
