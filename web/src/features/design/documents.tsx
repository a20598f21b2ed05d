import { Button } from '@mantine/core'
import { useState } from 'react'
import { Day } from '../../ui/day.js'
import { CauseLine } from '../../ui/document-page/cause-line.js'
import { DocumentHeader } from '../../ui/document-page/document-header.js'
import { DocumentPage } from '../../ui/document-page/document-page.js'
import { History } from '../../ui/document-page/history.js'
import { Holds } from '../../ui/document-page/holds.js'
import { type DocumentLine, LinesTable } from '../../ui/document-page/lines-table.js'
import { MoneyBlock } from '../../ui/document-page/money-block.js'
import { Papers } from '../../ui/document-page/papers.js'
import { PeopleBlock } from '../../ui/document-page/people-block.js'
import { DocumentLink } from '../../ui/document-link.js'
import { Menu } from '../../ui/overlays/menu.js'
import { Person } from '../../ui/person.js'
import { SectionHeader } from '../../ui/section-header.js'

const first: readonly DocumentLine[] = [
  line('1', 'Стеллаж СТ-2', 60, 24_500, 0),
  line('2', 'Шкаф для раздевалок ШР-4, четырёхсекционный, с замками и наклонной крышей', 54, 68_900.5, 5),
  line('3', 'Доставка и сборка', 1, 120_000, 0),
]

function line(id: string, name: string, quantity: number, price: number, discount: number): DocumentLine {
  const amount = quantity * price * (1 - discount / 100)
  return {
    id,
    name,
    said: name,
    under: `SKU-00${id}`,
    quantity,
    unit: 'шт',
    price,
    discount,
    vatRate: id === '3' ? null : 16,
    amount,
    extra: 'со склада',
  }
}

export function Documents() {
  const [lines, setLines] = useState(first)
  const [tab, setTab] = useState<string>()
  const total = lines.reduce((sum, { amount }) => sum + amount, 0)
  const change = (id: string, part: { quantity?: number | null; price?: number | null; discount?: number | null }) =>
    setLines(
      lines.map((one) => {
        const next = {
          ...one,
          quantity: part.quantity ?? one.quantity,
          price: part.price ?? one.price,
          discount: part.discount ?? one.discount,
        }
        return one.id === id ? { ...next, amount: next.quantity * next.price * (1 - next.discount / 100) } : one
      }),
    )
  const papers = [
    { type: 'deal', id: '1', number: 'DL-2026-000232', status: 'WON' },
    { type: 'invoice', id: '2', number: 'INV-2026-000165', status: 'PARTIAL' },
    { type: 'production_order', id: '3', number: 'MO-2026-000042', status: 'WAITING_MATERIALS' },
    { type: 'production_order', id: '4', number: 'MO-2026-000043', status: 'IN_PROGRESS' },
    { type: 'delivery_order', id: '5', number: 'DO-2026-000145', status: 'PLANNED' },
  ]
  return (
    <DocumentPage
      tab={tab}
      onTab={setTab}
      header={
        <DocumentHeader
          kind="Заказ"
          number="SO-2026-000172"
          of="order"
          status="ON_HOLD"
          party={<DocumentLink bare type="customer" id="1" number="ТОО «Гүл Бақша»" />}
          facts={[
            { label: 'Создан', value: <Day value="2026-11-21" /> },
            { label: 'Обещан', value: <Day value="2026-12-07" relative due /> },
            { label: 'Отвечает', value: <Person name="Ерлан Омаров" /> },
          ]}
          cause={
            <CauseLine
              by="Айгерим Сейтқали"
              at={new Date(Date.now() - 3_600_000).toISOString()}
              onClick={() => setTab('chain')}
            >
              Создан, потому что сделка <DocumentLink bare type="deal" id="1" number="DL-2026-000232" /> выиграна
            </CauseLine>
          }
          actions={
            <>
              <Button variant="default">Распечатать</Button>
              <Button>Подтвердить</Button>
            </>
          }
          more={<Menu.Item color="danger">Отменить</Menu.Item>}
        />
      }
      sides={[
        {
          key: 'holds',
          title: 'Удержания',
          content: (
            <Holds
              holds={[
                {
                  id: '1',
                  reason: 'Ждёт предоплаты 1 200 000 ₸',
                  since: '2026-11-21T09:00:00Z',
                  releasedBy: 'когда придёт оплата по счёту',
                  whoMay: 'руководитель продаж, финансист',
                  action: (
                    <Button size="compact-sm" variant="default">
                      Снять удержание
                    </Button>
                  ),
                },
              ]}
            />
          ),
        },
        {
          key: 'money',
          title: 'Деньги',
          content: (
            <MoneyBlock subtotal={total} discount={18_000} vat={total * 0.16} total={total * 1.16} paid={1_200_000} />
          ),
        },
        {
          key: 'people',
          title: 'Люди',
          content: (
            <PeopleBlock
              people={[
                { role: 'Продавец', name: 'Ерлан Омаров' },
                { role: 'Контакт', name: 'Әсел Ахметова' },
              ]}
            />
          ),
        },
        {
          key: 'history',
          title: 'История',
          content: (
            <History
              entries={[
                {
                  id: '1',
                  at: new Date(Date.now() - 600_000).toISOString(),
                  by: 'Ерлан Омаров',
                  what: 'Подтверждён → Придержан',
                  note: 'Клиент просил подождать до понедельника',
                },
                { id: '2', at: '2026-11-20T09:02:00Z', by: null, what: 'Создан' },
              ]}
            />
          ),
        },
      ]}
    >
      <section>
        <SectionHeader title="Позиции" count={3} />
        <LinesTable
          label="Позиции"
          lines={lines}
          extraTitle="Откуда"
          totals={[
            { label: 'НДС 16 %', value: total * 0.16 },
            { label: 'Итого с НДС', value: total * 1.16, strong: true },
          ]}
        />
      </section>
      <section>
        <SectionHeader title="Позиции: правка" />
        <LinesTable
          label="Позиции: правка"
          lines={lines}
          onChange={change}
          onRemove={(id) => setLines(lines.filter((one) => one.id !== id))}
          totals={[{ label: 'Итого', value: total, strong: true }]}
        />
      </section>
      <section>
        <SectionHeader title="Документы" />
        <Papers papers={papers} hidden={2} />
      </section>
    </DocumentPage>
  )
}
