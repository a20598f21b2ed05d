import { expect, test } from 'vitest'
import type { UnitOfWork } from '../database/unit-of-work.js'
import { ChainPulse } from './chain-pulse.js'

const commit = (events: readonly object[], concerns: readonly string[] = []) =>
  ({ workspaceId: 'w', tenant: { correlationId: 'c' }, events, concerns }) as unknown as UnitOfWork

test('a commit without events tells those whom it concerns, also in a process that knows nothing of the chain', async () => {
  const told: string[] = []
  const pulse = new ChainPulse(({ subjectId }) => told.push(subjectId))
  pulse.hear(commit([]))
  pulse.hear(commit([], ['order', 'deal']))
  pulse.hear(commit([{ aggregateType: 'delivery', aggregateId: 'd', payload: { orderId: 'order', dealId: 'deal' } }]))
  await expect.poll(() => told).toEqual(['order', 'deal'])
  pulse.stop()
})
