import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { Day } from '../../ui/day.js'
import { DocumentLink } from '../../ui/document-link.js'
import type { Column, ListSearch } from '../../ui/list/column.js'
import type { Filter } from '../../ui/list/filter.js'
import { ListView } from '../../ui/list/list-view.js'
import { localRows } from '../../ui/list/local-rows.js'
import { Money } from '../../ui/money.js'
import { Person } from '../../ui/person.js'
import { StatusBadge } from '../../ui/status-badge.js'
import { useWord } from '../../ui/use-word.js'
import styles from './design.module.css'
import { type SampleRow, sampleRows } from './sample-rows.js'

const columns: readonly Column<SampleRow>[] = [
  {
    key: 'number',
    title: 'Номер',
    width: 148,
    sort: 'number',
    place: 'under',
    cell: (row) => <DocumentLink bare type="order" id={row.id} number={row.number} />,
  },
  { key: 'customer', title: 'Клиент', sort: 'customer', place: 'title', cell: (row) => row.customer },
  {
    key: 'status',
    title: 'Статус',
    width: 160,
    place: 'underEnd',
    cell: (row) => <StatusBadge plain of="order" status={row.status} />,
  },
  { key: 'person', title: 'Ответственный', width: 190, cell: (row) => <Person name={row.person} /> },
  { key: 'day', title: 'Срок', width: 130, sort: 'day', cell: (row) => <Day value={row.day} relative due /> },
  {
    key: 'total',
    title: 'Сумма',
    width: 160,
    align: 'end',
    sort: 'total',
    place: 'end',
    total: <Money value={61_234_567.89} strong />,
    cell: (row) => <Money value={row.total} />,
  },
  { key: 'id', title: 'Ключ', width: 120, hidden: true, cell: (row) => row.id },
]

export function Lists() {
  const word = useWord()
  const rows = useMemo(() => localRows(sampleRows(10_000)), [])
  const none = useMemo(() => localRows<SampleRow>([]), [])
  const [search, setSearch] = useState<ListSearch>({ status: 'PROCESSING,ON_HOLD' })
  const options = ['DRAFT', 'PROCESSING', 'ON_HOLD', 'COMPLETED'].map((value) => ({
    value,
    label: word('order', value),
  }))
  const filters: readonly Filter[] = [
    { kind: 'choice', key: 'status', title: 'Статус', options },
    { kind: 'days', key: 'day', title: 'Срок', from: 'dayFrom', to: 'dayTo' },
    { kind: 'amounts', key: 'total', title: 'Сумма', from: 'totalFrom', to: 'totalTo' },
    { kind: 'flag', key: 'late', title: 'Просрочен' },
  ]
  return (
    <div className={styles.gap}>
      <div className={styles.window}>
        <ListView
          name="design"
          label="Заказы"
          source={rows}
          columns={columns}
          filters={filters}
          views={[{ key: 'late', title: 'Просроченные', search: { late: 'true' } }]}
          search={search}
          onSearch={setSearch}
          onOpen={() => {}}
          peek={(id, row) => (row ? <StatusBadge of="order" status={row.status} /> : id)}
          peekLabel={(row) => row.number}
          actions={() => <Button size="compact-sm">Отложить</Button>}
        >
          <Button size="xs">Создать заказ</Button>
        </ListView>
      </div>
      <div style={{ height: 220 }}>
        <ListView
          name="design-none"
          label="Пустой список"
          source={none}
          columns={columns}
          search={{ search: 'нет такого' }}
          onSearch={() => {}}
        />
      </div>
    </div>
  )
}
