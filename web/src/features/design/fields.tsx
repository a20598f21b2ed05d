import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { DateInput } from '../../ui/fields/date-input.js'
import { MoneyInput } from '../../ui/fields/money-input.js'
import { PercentInput } from '../../ui/fields/percent-input.js'
import { QuantityInput } from '../../ui/fields/quantity-input.js'
import { SearchSelect } from '../../ui/fields/search-select.js'
import { SectionHeader } from '../../ui/section-header.js'
import styles from './design.module.css'

export function Fields() {
  const [money, setMoney] = useState<number | null>(1_234_567.5)
  const [quantity, setQuantity] = useState<number | null>(12.5)
  const [percent, setPercent] = useState<number | null>(5)
  const [day, setDay] = useState<string | null>('2026-11-24')
  const [customer, setCustomer] = useState<string | null>(null)
  return (
    <>
      <SectionHeader title="SectionHeader" count={6} level={3} />
      <div className={styles.grid}>
        <TextInput size="sm" label="Название" defaultValue="Стеллажи, склад" required />
        <MoneyInput label="Сумма" value={money} onChange={setMoney} />
        <MoneyInput label="Цена" price value={1480.1275} onChange={setMoney} error="Цена ниже себестоимости" />
        <QuantityInput label="Количество" unit="шт" value={quantity} onChange={setQuantity} hint="На складе 40 шт" />
        <PercentInput label="Скидка" value={percent} onChange={setPercent} disabled />
        <DateInput label="Срок" value={day} onChange={setDay} />
        <SearchSelect
          label="Клиент"
          path="/customers"
          labelOf={(row) => String(row['name'])}
          value={customer}
          onChange={setCustomer}
        />
      </div>
    </>
  )
}
