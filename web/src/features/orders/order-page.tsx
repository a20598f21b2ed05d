import type { Chain } from '@prometric/contracts/chains'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useAnswer } from '../../lib/api.js'
import { useLiveSubject } from '../../lib/realtime.js'
import { useTitle } from '../../lib/title.js'
import { Problem } from '../../ui/states/problem.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { cardPath, type OrderCard, storyPath } from './order-answer.js'
import { oneStory } from './page/one-story.js'
import { OrderView } from './page/order-view.js'

/** An order: what was sold and where it is, the papers that exist because of it, what waits for what, and how all of it came to be. */
export function Page() {
  const { id } = useParams({ from: '/inside/orders/$id' })
  const { data: order, error, refetch } = useAnswer<OrderCard>(cardPath(id))
  const process = useAnswer<readonly Chain[]>(storyPath(id))
  const story = useMemo(() => process.data && oneStory(process.data), [process.data])
  useTitle(order?.orderNumber)
  useLiveSubject('order', id)
  if (error && !order) return <Problem error={error} retry={() => void refetch()} />
  if (!order) return <Skeleton shape="document" />
  return (
    <OrderView
      key={id}
      order={order}
      story={story}
      storyError={process.data ? undefined : process.error}
      retry={() => void process.refetch()}
    />
  )
}
