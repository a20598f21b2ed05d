import { useTranslation } from 'react-i18next'
import { percentOf } from '../../lib/percent-of.js'
import { type DocumentLine, LinesTable } from '../../ui/document-page/lines-table.js'
import { SectionHeader } from '../../ui/section-header.js'
import type { InvoiceCard, InvoiceItem } from './invoice-answer.js'

/** What is charged. An invoice is no longer changed; a wrong one is credited. */
export function InvoiceLines({ invoice }: { readonly invoice: InvoiceCard }) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('ui.document.lines')}>
      <SectionHeader title={t('ui.document.lines')} count={invoice.items.length} />
      <LinesTable
        label={t('ui.document.lines')}
        lines={invoice.items.map(lineOf)}
        totals={[{ label: t('ui.document.totalWithVat'), value: invoice.totalAmount, strong: true }]}
      />
    </section>
  )
}

const lineOf = (item: InvoiceItem): DocumentLine => ({
  id: item.id,
  name: item.description,
  said: item.description,
  quantity: item.quantity,
  unit: item.unit,
  price: item.unitPrice,
  discount: percentOf(item.lineDiscountAmount + item.documentDiscountShare, item.grossAmount),
  vatRate: item.vatRate,
  amount: item.totalPrice,
})
