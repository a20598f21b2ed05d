import type { Chain } from '@prometric/contracts/chains'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../lib/api.js'
import { useShortcut } from '../../../lib/keyboard.js'
import { useMay } from '../../../lib/may.js'
import { DocumentPage } from '../../../ui/document-page/document-page.js'
import { Papers } from '../../../ui/document-page/papers.js'
import { late } from '../../../ui/late.js'
import { Problem } from '../../../ui/states/problem.js'
import { Refusal } from '../../../ui/states/refusal.js'
import { Skeleton } from '../../../ui/states/skeletons.js'
import { ToneMark } from '../../../ui/tone-mark.js'
import { papersOf } from '../../papers/papers-of.js'
import { type OrderCard, type OrderRow, touchedByOrder } from '../order-answer.js'
import { causeOf } from './one-story.js'
import { OrderAbout } from './order-about.js'
import { type Asked, canPay, type Deed } from './order-actions.js'
import { OrderHead } from './order-head.js'
import { OrderHolds } from './order-holds.js'
import { OrderLines } from './order-lines.js'
import { OrderMoney } from './order-money.js'
import { OrderProgress } from './order-progress.js'
import { OrderStory } from './order-story.js'
import styles from './page.module.css'

const OrderDialogs = late(async () => (await import('../dialogs/order-dialogs.js')).OrderDialogs)

interface OrderViewProps {
  readonly order: OrderCard
  /** Undefined until it is told. */
  readonly story: Chain | undefined
  readonly storyError: unknown
  readonly retry: () => void
}

export function OrderView({ order, story, storyError, retry }: OrderViewProps) {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = useNavigate({ from: '/orders/$id' })
  const { tab } = useSearch({ from: '/inside/orders/$id' })
  const [asked, setAsked] = useState<Asked>()
  const deed = useCommand<{ does: Deed }, OrderRow>({
    path: ({ does }) => `/orders/${order.id}/${does}`,
    touches: touchedByOrder,
    onDone: (made, { does }) => does === 'clone' && void navigate({ to: '/orders/$id', params: { id: made.id } }),
  })
  useShortcut(
    { keys: 'o', does: t('orders.verbs.pay') },
    () => setAsked('pay'),
    canPay(order) && may('PAYMENTS_CREATE'),
  )
  const { papers, hidden } = useMemo(() => papersOf(story?.nodes ?? [], ({ type }) => type === 'order'), [story])
  const deal = papers.find(({ id }) => id === order.dealId)
  const cause = story && causeOf(story, order.id)
  const header = (
    <>
      <OrderHead
        order={order}
        cause={cause}
        busy={deed.isPending ? deed.variables.does : undefined}
        ask={setAsked}
        run={(does) => deed.mutate({ does })}
      />
      <Refusal error={deed.error} />
      <div className={styles.progress}>
        <OrderProgress order={order} />
      </div>
      <OrderHolds order={order} ask={setAsked} />
      {(order.totalAmount > 0 ? (order.warnings ?? []) : []).map(({ code, message }) => (
        <p key={code} className={styles.warning}>
          <ToneMark tone="warning" size={13} />
          {message}
        </p>
      ))}
    </>
  )
  return (
    <>
      <DocumentPage
        header={header}
        tab={tab}
        onTab={(next) => void navigate({ search: { tab: next }, replace: true })}
        sides={[
          { key: 'money', title: t('ui.document.money'), content: <OrderMoney order={order} /> },
          {
            key: 'papers',
            title: t('ui.document.papers'),
            content: story ? <Papers papers={papers} hidden={hidden} /> : <Skeleton shape="lines" rows={4} />,
          },
          {
            key: 'about',
            title: t('orders.about.title'),
            content: <OrderAbout order={order} dealNumber={deal?.number ?? null} />,
          },
        ]}
      >
        <OrderLines order={order} papers={papers} />
        {story ? (
          <OrderStory story={story} />
        ) : storyError ? (
          <Problem error={storyError} retry={retry} />
        ) : (
          <Skeleton shape="lines" rows={8} />
        )}
      </DocumentPage>
      {asked && <OrderDialogs order={order} asked={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}
