import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '../../ui/dialogs/confirm.js'
import { PlanList } from '../../ui/dialogs/plan-list.js'
import { WinPreview } from '../../ui/dialogs/win-preview.js'
import { DocumentLink } from '../../ui/document-link.js'
import styles from './design.module.css'

export function Dialogs() {
  const [open, setOpen] = useState<'cancel' | 'win'>()
  const close = () => setOpen(undefined)
  const plan = (
    <PlanList
      undone={[
        { id: '1', text: <>Резерв 60 шт снимется</> },
        {
          id: '2',
          text: (
            <>
              Счёт <DocumentLink type="invoice" id="1" number="INV-2026-000165" status="ISSUED" /> будет аннулирован
            </>
          ),
        },
      ]}
      kept={[
        {
          id: '3',
          text: (
            <>
              Отгрузка <DocumentLink type="shipment" id="1" number="SH-2026-000012" status="DISPATCHED" />
            </>
          ),
          why: 'Груз уже у перевозчика: оформите возврат после отмены.',
        },
      ]}
      choices={[
        {
          id: '4',
          text: 'Производство начато на 40 %',
          choice: <Checkbox defaultChecked label="Доделать и оставить на складе" />,
        },
      ]}
    />
  )
  const preview = (
    <WinPreview
      lines={[
        { id: '1', name: 'Стеллаж СТ-2', quantity: 60, unit: 'шт', source: 'STOCK' },
        { id: '2', name: 'Шкаф для раздевалок ШР-4', quantity: 54, unit: 'шт', source: 'PRODUCE', by: '2026-12-04' },
        { id: '3', name: 'Замок почтовый', quantity: 108, unit: 'шт', source: 'BUY', by: '2026-11-30' },
      ]}
      holds={['Клиент платит вперёд: заказ подождёт 1 200 000 ₸ предоплаты.']}
      promised={{ day: '2026-12-07', reason: 'производство шкафов до 4 декабря и доставка 1 день' }}
    />
  )
  return (
    <>
      <div className={styles.row}>
        <Button variant="default" onClick={() => setOpen('win')}>
          WinPreview
        </Button>
        <Button variant="default" onClick={() => setOpen('cancel')}>
          PlanList
        </Button>
      </div>
      <div className={styles.grid}>
        <div className={styles.paper}>{plan}</div>
        <div className={styles.paper}>{preview}</div>
      </div>
      <Confirm
        opened={open === 'cancel'}
        onClose={close}
        title="Отменить заказ?"
        verb="Отменить SO-2026-000118"
        danger
        size="md"
        onConfirm={close}
      >
        {plan}
      </Confirm>
      <Confirm
        opened={open === 'win'}
        onClose={close}
        title="Выиграть сделку?"
        verb="Выиграть DL-2026-000077"
        size="md"
        onConfirm={close}
      >
        {preview}
      </Confirm>
    </>
  )
}
