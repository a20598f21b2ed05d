import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAnswer, useCommand } from '../../lib/api.js'
import { useMay } from '../../lib/may.js'
import { DocumentNumber } from '../../ui/document-number.js'
import { Facts } from '../../ui/document-page/facts.js'
import { GoodsTable } from '../../ui/document-page/goods-table.js'
import { Moment } from '../../ui/moment.js'
import { Money } from '../../ui/money.js'
import { Quantity } from '../../ui/quantity.js'
import { Problem } from '../../ui/states/problem.js'
import { Refusal } from '../../ui/states/refusal.js'
import { Skeleton } from '../../ui/states/skeletons.js'
import { StatusBadge } from '../../ui/status-badge.js'
import { type ReceiptCard, receiptPath, touchedByReceipt } from './purchasing-answer.js'
import styles from './purchasing.module.css'

/** A receipt beside its list: from whom, what, and the last step for one that is not yet in stock. */
export function ReceiptPeek({ id }: { readonly id: string }) {
  const { t } = useTranslation()
  const may = useMay()
  const { data: receipt, error, refetch } = useAnswer<ReceiptCard>(`${receiptPath}/${id}`)
  const confirm = useCommand({ path: `${receiptPath}/${id}/confirm`, touches: touchedByReceipt })
  if (error) return <Problem error={error} retry={() => void refetch()} />
  if (!receipt) return <Skeleton shape="lines" rows={8} />
  return (
    <div className={styles.peek}>
      <DocumentNumber>{receipt.receiptNumber}</DocumentNumber>
      <StatusBadge of="receipt" status={receipt.status} />
      <Facts
        facts={[
          { label: t('purchasing.supplier'), value: receipt.supplierName },
          { label: t('purchasing.place'), value: receipt.warehouseName },
          { label: t('purchasing.document'), value: receipt.supplierDocument ?? '—' },
          { label: t('purchasing.came'), value: <Moment value={receipt.receivedAt} /> },
        ]}
      />
      <GoodsTable
        label={t('purchasing.lines')}
        nameTitle={t('purchasing.product')}
        lines={receipt.lines.map((line) => ({ ...line, name: line.productName, under: line.productCode }))}
        columns={[
          {
            key: 'received',
            title: t('purchasing.received'),
            cell: (line) => <Quantity value={line.quantityReceived} unit={line.unit} />,
          },
          { key: 'price', title: t('purchasing.price'), cell: (line) => <Money value={line.unitCost} price /> },
        ]}
      />
      {confirm.error && <Refusal error={confirm.error} />}
      {receipt.status === 'DRAFT' && may('INVENTORY_MANAGE') && (
        <Button loading={confirm.isPending} onClick={() => confirm.mutate()}>
          {t('purchasing.confirm')}
        </Button>
      )}
    </div>
  )
}
