import type { Chain, ChainNode } from '@prometric/contracts/chains'
import { describe, expect, it } from 'vitest'
import { mainOf, sizeOf, treeOf } from './tree.js'

function node(id: string, parentId: string | null, kind: ChainNode['kind'], rest: Partial<ChainNode> = {}): ChainNode {
  const at = '2026-11-21T09:00:00.000Z'
  const quiet = { durationMs: null, actor: null, mode: null, attempts: null, error: null, documents: [] }
  const none = { hiddenDocuments: 0, deliveryId: null, canRetry: false, canSkip: false }
  return { ...quiet, ...none, id, parentId, kind, name: id, label: id, at, state: 'DONE', ...rest }
}

const chain = (nodes: ChainNode[]): Chain => ({
  correlationId: '01a1fec6-0000-7000-8000-000000000001',
  status: 'DONE',
  startedAt: '2026-11-21T09:00:00.000Z',
  finishedAt: null,
  nodes,
})

describe('the main story of a chain', () => {
  it('leaves out what was merely handled, and the frames around steps', () => {
    const nodes = [
      node('cause', null, 'CAUSE'),
      node('won', 'cause', 'EVENT'),
      node('run', 'won', 'RUN'),
      node('step', 'run', 'STEP'),
      node('metrics', 'won', 'DELIVERY'),
      node('mail', 'won', 'DELIVERY', { state: 'DEAD' }),
    ]
    expect(mainOf(chain(nodes)).map(({ id, parentId }) => [id, parentId])).toEqual([
      ['cause', null],
      ['won', 'cause'],
      ['step', 'won'],
      ['mail', 'won'],
    ])
  })

  it('tells nothing twice', () => {
    const nodes = [
      node('won', null, 'EVENT'),
      node('step', 'won', 'STEP', { label: 'Создан заказ' }),
      node('created', 'won', 'EVENT', { label: 'Создан заказ' }),
      node('moved', 'won', 'EVENT', { name: 'order.status.changed' }),
    ]
    expect(mainOf(chain(nodes)).map(({ id }) => id)).toEqual(['won', 'step'])
  })

  it('keeps the event instead of its step when something followed from it', () => {
    const nodes = [
      node('won', null, 'EVENT'),
      node('step', 'won', 'STEP', { label: 'Создан заказ' }),
      node('created', 'won', 'EVENT', { label: 'Создан заказ' }),
      node('confirmed', 'created', 'EVENT'),
    ]
    expect(mainOf(chain(nodes)).map(({ id }) => id)).toEqual(['won', 'created', 'confirmed'])
  })
})

it('what follows the first cause stands beside it', () => {
  const tree = treeOf([node('cause', null, 'CAUSE'), node('won', 'cause', 'EVENT'), node('step', 'won', 'STEP')])
  expect(tree.map((branch) => branch.node.id)).toEqual(['cause', 'won'])
  expect(sizeOf(tree)).toBe(3)
})
