import type { Chain, ChainNode } from '@prometric/contracts/chains'

const who = { id: null, name: 'Ерлан Омаров' }
const order = { type: 'order', id: 'o1', number: 'SO-2026-000172', status: 'PROCESSING' }
const deal = { type: 'deal', id: 'd1', number: 'DL-2026-000232', status: 'WON' }
let seconds = 0

function node(
  id: string,
  parentId: string | null,
  kind: ChainNode['kind'],
  label: string,
  rest: Partial<ChainNode> = {},
): ChainNode {
  const at = new Date(Date.UTC(2026, 10, 21, 9, 2, seconds++)).toISOString()
  const blank = {
    durationMs: null,
    mode: null,
    attempts: null,
    error: null,
    documents: [],
    hiddenDocuments: 0,
    deliveryId: null,
    canRetry: false,
    canSkip: false,
  }
  return { ...blank, id, parentId, kind, name: id, label, at, actor: who, state: 'DONE', ...rest }
}

const paper = (type: string, id: string, number: string, status: string) => ({
  documents: [{ type, id, number, status }],
})

/** What followed from one won deal, with everything that a chain can show. */
export const sampleChain: Chain = {
  correlationId: '01a1fec6-0000-7000-8000-000000000001',
  status: 'ATTENTION',
  startedAt: '2026-11-21T09:02:00.000Z',
  finishedAt: null,
  nodes: [
    node('cause', null, 'CAUSE', 'Действие пользователя: Ерлан Омаров'),
    node('won', 'cause', 'EVENT', 'Сделка DL-2026-000232 выиграна', { documents: [deal] }),
    node('deal-won', 'won', 'RUN', 'Оформление выигранной сделки DL-2026-000232', { durationMs: 3, documents: [deal] }),
    node('created', 'won', 'EVENT', 'Создан заказ SO-2026-000172, потому что сделка DL-2026-000232 выиграна', {
      documents: [order],
    }),
    node('confirmed', 'created', 'EVENT', 'Заказ SO-2026-000172 подтверждён, потому что создан заказ SO-2026-000172', {
      documents: [order],
    }),
    node('fulfil', 'confirmed', 'RUN', 'Исполнение заказа SO-2026-000172', {
      durationMs: 14,
      documents: [order],
      state: 'WAITING',
    }),
    node('reserve', 'fulfil', 'STEP', 'Товар на складе зарезервирован', { durationMs: 2 }),
    node('produce', 'fulfil', 'STEP', 'Недостающее передано в производство: MO-2026-000042', {
      durationMs: 3,
      ...paper('production_order', 'm1', 'MO-2026-000042', 'WAITING_MATERIALS'),
    }),
    node('buy', 'fulfil', 'STEP', 'Недостающее передано в закупку: PR-2026-000002', {
      durationMs: 5,
      ...paper('purchase_requisition', 'r1', 'PR-2026-000002', 'PENDING_APPROVAL'),
    }),
    node('pick', 'fulfil', 'STEP', 'Создано задание на сборку PK-2026-000153', {
      durationMs: 1,
      ...paper('picking_order', 'p1', 'PK-2026-000153', 'COMPLETED'),
    }),
    node('wait', 'fulfil', 'STEP', 'Ожидание: Шкаф для раздевалок ШР-4: 54 шт, Скамья для раздевалки 1500: 33 шт', {
      state: 'WAITING',
      durationMs: 0,
    }),
    node(
      'task',
      'confirmed',
      'EVENT',
      'Поставлена задача: Собрать PK-2026-000153',
      paper('task', 't1', 'Собрать PK-2026-000153', 'TODO'),
    ),
    node('metrics', 'confirmed', 'DELIVERY', 'Пересчёт показателей клиента', { durationMs: 1, attempts: 1 }),
    node(
      'invoice',
      'won',
      'EVENT',
      'Выставлен счёт INV-2026-000165',
      paper('invoice', 'i1', 'INV-2026-000165', 'PARTIAL'),
    ),
    node('hold', 'won', 'HOLD', 'Заказ SO-2026-000172 придержан: ждёт предоплаты', {
      state: 'WAITING',
      documents: [order],
    }),
    node('mail', 'invoice', 'DELIVERY', 'Отправка счёта клиенту', {
      state: 'DEAD',
      attempts: 5,
      durationMs: 30_120,
      error: { code: 'DELIVERY_FAILED', message: 'connect ETIMEDOUT 10.0.0.12:587\n  at SMTPConnection.onSocketError' },
      hiddenDocuments: 1,
      canRetry: true,
      canSkip: true,
    }),
    node('queued', 'invoice', 'DELIVERY', 'Передача счёта в ЭСФ', { state: 'READY', attempts: 1 }),
  ],
}
